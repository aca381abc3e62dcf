import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { queryClient } from '@/api/queryClient';
import { setupQuery } from '@/api/queries/session';
import { rootRoute } from './root';

export const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  loader: () => queryClient.fetchQuery(setupQuery),
  component: lazyRouteComponent(() => import('@/pages/signin/SetupPage'), 'SetupPage'),
});
