import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { queryClient } from '@/api/queryClient';
import { tenantsQuery } from '@/api/queries/tenants';
import { frameRoute } from './frame';

export const tenantsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/tenants/tenants',
  loader: () => void queryClient.prefetchQuery(tenantsQuery),
  component: lazyRouteComponent(() => import('@/pages/tenants/TenantsPage'), 'TenantsPage'),
});
