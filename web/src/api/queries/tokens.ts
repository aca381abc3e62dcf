import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../client';
import type { components } from '../schema';

export type Token = components['schemas']['TokenResource'];
export type MadeToken = components['schemas']['MadeToken'];
export type TokenList = components['schemas']['TokenPage'];
export type TokenCall = components['schemas']['TokenUse'];
export type NewToken = components['schemas']['NewToken'];

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => read(api.GET('/api/espalier/v1/tokens', { signal })),
});

export const tokenUsageQuery = (jti: string) => queryOptions({
  queryKey: ['tokens', jti, 'usage'],
  queryFn: ({ signal }) => read(api.GET('/api/espalier/v1/tokens/{jti}/usage', { params: { path: { jti } }, signal })),
});

export const createToken = (body: NewToken) => read(api.POST('/api/espalier/v1/tokens', { body }));
export const revokeToken = (jti: string) => read(api.DELETE('/api/espalier/v1/tokens/{jti}', { params: { path: { jti } } }));
export const rollToken = (jti: string, oldEndsInHours: number) =>
  read(api.POST('/api/espalier/v1/tokens/{jti}/roll', { params: { path: { jti } }, body: { oldEndsInHours } }));
