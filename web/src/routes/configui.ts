import { createRoute } from '@tanstack/react-router';
import { FailedRoute } from '@/ui/states/FailedRoute';
import { fetched } from '@/ui/later';
import { frameRoute } from './frame';

/** The settings. Which page it is stands in the query, as in the original's bookmarks. */
export const configuiRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/app/configui',
  validateSearch: (search: Record<string, unknown>): { tenantId?: string; page?: string; of?: string; state?: string } => ({
    ...(search['tenantId'] ? { tenantId: String(search['tenantId']) } : {}),
    ...(search['page'] ? { page: String(search['page']) } : {}),
    ...(search['of'] ? { of: String(search['of']) } : {}),
    ...(search['state'] ? { state: String(search['state']) } : {}),
  }),
  errorComponent: FailedRoute,
  component: fetched(async () => (await import('@/pages/settings/SettingsPage')).SettingsPage, true),
});
