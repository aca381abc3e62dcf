import { createRoute, redirect } from '@tanstack/react-router';
import { queryClient } from '@/api/queryClient';
import { sessionQuery, setupQuery } from '@/api/queries/session';
import { rootRoute } from './root';

/** The front door: to the set-up, to the sign-in, or inside. */
export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async () => {
    if (await queryClient.ensureQueryData(sessionQuery)) throw redirect({ to: '/app/workspace' });
    const setup = await queryClient.fetchQuery(setupQuery);
    throw redirect({ to: setup.needed ? '/setup' : '/sign-in' });
  },
});
