import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../client';
import type { components } from '../schema';

export type Tenant = components['schemas']['TenantResource'];
export type TenantList = components['schemas']['TenantPage'];
export type Limits = components['schemas']['LimitsResource'];
export type Usage = components['schemas']['TenantUsage'];
export type NewTenant = components['schemas']['WantedTenant'];
export type TenantPatch = components['schemas']['ChangedTenant'];

export const tenantsQuery = queryOptions({
  queryKey: ['tenants'],
  queryFn: ({ signal }) => read(api.GET('/api/espalier/v1/tenants', { signal })),
});

export const usageQuery = (tenantId: string, days: number) => queryOptions({
  queryKey: ['t', tenantId, 'usage', days],
  queryFn: ({ signal }) => read(api.GET('/api/espalier/v1/{tenantId}/usage', { params: { path: { tenantId }, query: { days } }, signal })),
});

export const createTenant = (body: NewTenant) => read(api.POST('/api/espalier/v1/tenants', { body }));
export const changeTenant = (tenantId: string, body: TenantPatch) =>
  read(api.PATCH('/api/espalier/v1/tenants/{tenantId}', { params: { path: { tenantId } }, body }));
