/** Search parameters are plain texts, as they are read and written by hand: `?tenantId=DEMO&page=/data/datasets`. */
export const parseSearch = (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search));

export function stringifySearch(search: Record<string, unknown>): string {
  const parts = Object.entries(search)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value)).replaceAll('%2F', '/')}`);
  return parts.length ? `?${parts.join('&')}` : '';
}

const own = (path: string) => path.startsWith('/') && !/^\/[/\\]/.test(path) && !/[\\\u0000-\u001f]/.test(path);

/** Where to go after signing in: a place of this app, and nowhere else. */
export const safeNext = (next: string | undefined): string => (next && own(next) && !/^\/(sign-in|setup|invite)\b/.test(next) ? next : '/');
