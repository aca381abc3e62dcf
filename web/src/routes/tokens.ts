import { createRoute } from '@tanstack/react-router';
import { queryClient } from '@/api/queryClient';
import { tokensQuery } from '@/api/queries/tokens';
import { FailedRoute } from '@/ui/states/FailedRoute';
import { fetched } from '@/ui/later';
import { frameRoute } from './frame';

export const tokensRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/tokens',
  loader: () => void queryClient.prefetchQuery(tokensQuery),
  errorComponent: FailedRoute,
  component: fetched(async () => (await import('@/pages/tokens/TokensPage')).TokensPage, true),
});
