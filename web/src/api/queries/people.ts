import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../client';
import type { components } from '../schema';

export type User = components['schemas']['UserResource'];
export type WantedUser = components['schemas']['WantedUser'];
export type OneTimeLink = components['schemas']['LinkResource'];
export type Access = components['schemas']['AccessAnswer'];
export type Level = NonNullable<Access['level']>;
export type Rights = components['schemas']['RightsResource'];

const one = (tenantId: string, datasetId: string) => ({ path: { tenantId, datasetId } });

export const usersQuery = (tenantId: string) => queryOptions({
  queryKey: ['t', tenantId, 'users'],
  queryFn: ({ signal }) => read(api.GET('/api/espalier/v1/{tenantId}/users', { params: { path: { tenantId } }, signal })),
});

/** The accounts as they are by now, to be changed: writing one replaces all of it. */
export const freshUsers = (tenantId: string) => read(api.GET('/api/espalier/v1/{tenantId}/users', { params: { path: { tenantId } } }));

export const saveUser = (tenantId: string, { email, ...body }: WantedUser & { email: string }) =>
  read(api.PUT('/api/espalier/v1/{tenantId}/users/{email}', { params: { path: { tenantId, email } }, body }));

export const addUsers = (tenantId: string, users: WantedUser[]) =>
  read(api.POST('/api/espalier/v1/{tenantId}/users', { params: { path: { tenantId } }, body: { users } }));

export const deleteUser = (tenantId: string, email: string) =>
  read(api.DELETE('/api/espalier/v1/{tenantId}/users/{email}', { params: { path: { tenantId, email } } }));

export const inviteUser = (tenantId: string, email: string) =>
  read(api.POST('/api/espalier/v1/{tenantId}/users/{email}/invitation', { params: { path: { tenantId, email } } }));

export const resetPassword = (tenantId: string, email: string, removeTotp: boolean) =>
  read(api.POST('/api/espalier/v1/{tenantId}/users/{email}/password-reset', { params: { path: { tenantId, email } }, body: { removeTotp } }));

export const rightsQuery = (tenantId: string, datasetId: string) => queryOptions({
  queryKey: ['t', tenantId, 'dataset', datasetId, 'rights'],
  queryFn: ({ signal }) => read(api.GET('/api/espalier/v1/{tenantId}/datasets/{datasetId}/rights', { params: one(tenantId, datasetId), signal })),
});

const freshRights = (tenantId: string, datasetId: string) => read(api.GET('/api/espalier/v1/{tenantId}/datasets/{datasetId}/rights', { params: one(tenantId, datasetId) }));

/** Changes the rights as they are by now: others may have changed some since they were read. */
export const changeRights = async (tenantId: string, datasetId: string, change: (fresh: Rights) => Rights) => saveRights(tenantId, datasetId, change(await freshRights(tenantId, datasetId)));

const saveRights = (tenantId: string, datasetId: string, body: Rights) =>
  read(api.PUT('/api/espalier/v1/{tenantId}/datasets/{datasetId}/rights', { params: one(tenantId, datasetId), body }));

export const accessQuery = (tenantId: string, datasetId: string, user: string) => queryOptions({
  queryKey: ['t', tenantId, 'dataset', datasetId, 'access', user],
  queryFn: ({ signal }) => read(api.GET('/api/espalier/v1/{tenantId}/datasets/{datasetId}/access', {
    params: { ...one(tenantId, datasetId), query: { user } }, signal,
  })),
});
