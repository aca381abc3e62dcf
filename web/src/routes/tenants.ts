import { createRoute } from '@tanstack/react-router';
import { queryClient } from '@/api/queryClient';
import { tenantsQuery } from '@/api/queries/tenants';
import { FailedRoute } from '@/ui/states/FailedRoute';
import { fetched } from '@/ui/later';
import { frameRoute } from './frame';

export const tenantsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/tenants/tenants',
  loader: () => void queryClient.prefetchQuery(tenantsQuery),
  errorComponent: FailedRoute,
  component: fetched(async () => (await import('@/pages/tenants/TenantsPage')).TenantsPage, true),
});
