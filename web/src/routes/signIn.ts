import { createRoute, redirect } from '@tanstack/react-router';
import { queryClient } from '@/api/queryClient';
import { sessionQuery, setupQuery } from '@/api/queries/session';
import { fetched } from '@/ui/later';
import { rootRoute } from './root';
import { safeNext } from './search';

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string; error?: string } => ({
    ...(search['next'] ? { next: safeNext(String(search['next'])) } : {}), ...(search['error'] ? { error: String(search['error']) } : {}),
  }),
  loaderDeps: ({ search }) => ({ next: search.next }),
  loader: async ({ deps }) => {
    const [session, setup] = await Promise.all([queryClient.ensureQueryData(sessionQuery), queryClient.fetchQuery(setupQuery)]);
    if (session) throw redirect({ href: deps.next ?? '/app/workspace' });
    return setup;
  },
  component: fetched(async () => (await import('@/pages/signin/SignInPage')).SignInPage, true),
});
