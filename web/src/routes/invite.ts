import { createRoute } from '@tanstack/react-router';
import { fetched } from '@/ui/later';
import { rootRoute } from './root';

export const inviteRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invite',
  component: fetched(async () => (await import('@/pages/signin/InvitePage')).InvitePage, true),
});
