import { createRoute } from '@tanstack/react-router';
import { queryClient } from '@/api/queryClient';
import { setupQuery } from '@/api/queries/session';
import { fetched } from '@/ui/later';
import { rootRoute } from './root';

export const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  loader: () => queryClient.fetchQuery(setupQuery),
  component: fetched(async () => (await import('@/pages/signin/SetupPage')).SetupPage, true),
});
