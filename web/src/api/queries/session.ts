import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, read } from '../client';
import { ApiError } from '../errors';
import { queryClient } from '../queryClient';
import type { components } from '../schema';
import { sessionState } from '../sessionState';

export type Session = components['schemas']['SessionDocument'];
export type SessionTenant = Session['tenants'][number];
export type SessionEntry = components['schemas']['SessionResource'];
export type LinkLook = components['schemas']['LinkFacts'];

/** The signed-in person; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 60_000,
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      return took(await read(api.GET('/api/espalier/v1/session', { signal })));
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }
  },
});

export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => read(api.GET('/api/espalier/v1/setup', { signal })),
});

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => read(api.GET('/api/espalier/v1/sessions', { signal })),
});

function took(session: Session): Session {
  sessionState.csrf = session.csrf;
  const view = sessionState.viewAs;
  // Somebody else has signed in, or who looks is an admin there no more.
  if (view && (view.by !== session.user.email || session.tenants.find(tenant => tenant.id === view.tenantId)?.role !== 'admin')) sessionState.view(undefined);
  return session;
}

function entered(session: Session): Session {
  queryClient.setQueryData(sessionQuery.queryKey, took(session));
  sessionState.returned();
  return session;
}

export const signIn = async (body: { email: string; password: string; totp?: string }) =>
  entered(await read(api.POST('/api/espalier/v1/session', { body })));

export async function setUp(body: { code: string; email: string; password: string; tenant?: { id: string; name?: string } }): Promise<Session> {
  const session = entered(await read(api.POST('/api/espalier/v1/setup', { body })));
  queryClient.removeQueries({ queryKey: setupQuery.queryKey });
  return session;
}

export const lookAtLink = (code: string) => read(api.POST('/api/espalier/v1/invitations/look', { body: { code } }));

export const acceptLink = async (body: { code: string; password: string; totp?: string }) =>
  entered(await read(api.POST('/api/espalier/v1/invitations/accept', { body })));

export const changePassword = async (body: { password: string; newPassword: string }) =>
  entered(await read(api.POST('/api/espalier/v1/password', { body })));

export async function signOut() {
  await api.DELETE('/api/espalier/v1/session');
  sessionState.csrf = '';
  sessionState.view(undefined);
  queryClient.clear();
}

export const endSession = (id: string) => read(api.DELETE('/api/espalier/v1/sessions/{sessionId}', { params: { path: { sessionId: id } } }));
export const endOtherSessions = () => read(api.DELETE('/api/espalier/v1/sessions'));

export const beginTotp = (password: string) => read(api.POST('/api/espalier/v1/me/totp', { body: { password } }));
export const confirmTotp = (totp: string) => read(api.POST('/api/espalier/v1/me/totp/confirm', { body: { totp } }));
export const disableTotp = (password: string) => read(api.POST('/api/espalier/v1/me/totp/disable', { body: { password } }));

/** The signed-in person, on pages that only they see. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('No session');
  return data;
}
