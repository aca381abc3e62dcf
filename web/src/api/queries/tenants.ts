import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../client';
import type { NewTenant, TenantPatch } from '../pending';

export const tenantsQuery = queryOptions({
  queryKey: ['tenants'],
  queryFn: ({ signal }) => read(api.GET('/api/espalier/v1/tenants', { signal })),
});

export const usageQuery = (tenantId: string, days: number) => queryOptions({
  queryKey: ['t', tenantId, 'usage', days],
  queryFn: ({ signal }) => read(api.GET('/api/espalier/v1/{tenantId}/usage', { params: { path: { tenantId }, query: { days } }, signal })),
});

export const createTenant = (body: NewTenant) => read(api.POST('/api/espalier/v1/tenants', { body }));
export const changeTenant = (id: string, body: TenantPatch) =>
  read(api.PATCH('/api/espalier/v1/tenants/{id}', { params: { path: { id } }, body }));
