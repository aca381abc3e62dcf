import createClient, { type Middleware } from 'openapi-fetch';
import { changes } from '@/model/people/view';
import { t } from '@/texts';
import { ApiError, problemsOf } from './errors';
import type { paths } from './schema';
import { sessionState } from './sessionState';

const safe = /^(GET|HEAD|OPTIONS)$/;
const csrfHeader = 'X-Espalier-CSRF';
const over = new Set(['40101', '40190']);

/** Answers of these are about what was typed, not about the session that is there. */
const isDoor = (url: string) => /\/api\/espalier\/v1\/(session$|setup|invitations|password)/.test(url);

/** Sends a request as the session's; a CSRF token that another tab has renewed is fetched and the request sent once more. */
async function send(request: Request): Promise<Response> {
  const spare = safe.test(request.method) ? undefined : request.clone();
  const response = await fetch(request);
  if (spare && response.status === 403 && (await problemsOf(response))[0]?.code === '40393') {
    const session = await fetch('/api/espalier/v1/session');
    if (session.ok) {
      sessionState.csrf = ((await session.json()) as { csrf: string }).csrf;
      spare.headers.set(csrfHeader, sessionState.csrf);
      return fetch(spare);
    }
  }
  return response;
}

const doorkeeper: Middleware = {
  onRequest({ request }) {
    if (!safe.test(request.method) && sessionState.csrf) request.headers.set(csrfHeader, sessionState.csrf);
    const { viewAs } = sessionState;
    if (viewAs && changes(request.method, request.url)) throw new ApiError(403, [{ code: '403909', name: 'ViewAsIsReadOnly', message: t('shell.viewOnly', { email: viewAs.email }) }]);
    if (viewAs && /\/api\/(espalier\/)?v1\/[A-Z]/.test(request.url)) request.headers.set('X-Espalier-View-As', encodeURIComponent(viewAs.email));
    return request;
  },
  async onResponse({ request, response }) {
    sessionState.heard(true);
    if (response.ok) return;
    const error = await ApiError.of(response);
    if (response.status === 401 && over.has(error.code) && !isDoor(request.url)) sessionState.ended();
    throw error;
  },
  onError({ error }) {
    if (error instanceof ApiError || (error instanceof DOMException && error.name === 'AbortError')) return error as Error;
    sessionState.heard(false);
    return ApiError.offline(error);
  },
};

export const api = createClient<paths>({ baseUrl: '', fetch: send });
api.use(doorkeeper);

/** What a call gave; an answer that is not a success has been thrown by then. */
export async function read<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T;
}
