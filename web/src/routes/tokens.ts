import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { queryClient } from '@/api/queryClient';
import { tokensQuery } from '@/api/queries/tokens';
import { frameRoute } from './frame';

export const tokensRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/tokens',
  loader: () => void queryClient.prefetchQuery(tokensQuery),
  component: lazyRouteComponent(() => import('@/pages/tokens/TokensPage'), 'TokensPage'),
});
