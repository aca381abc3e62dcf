import { createRoute, redirect } from '@tanstack/react-router';
import { queryClient } from '@/api/queryClient';
import { sessionQuery } from '@/api/queries/session';
import { loadPreferences } from '@/state/preferences';
import { fetched } from '@/ui/later';
import { rootRoute } from './root';

/** What only a signed-in person sees, in the frame of bars that is the same everywhere. */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'frame',
  beforeLoad: async ({ location }) => {
    if (!(await queryClient.ensureQueryData(sessionQuery))) throw redirect({ to: '/sign-in', search: { next: location.href } });
    await loadPreferences();
  },
  component: fetched(async () => (await import('@/ui/shell/Shell')).Shell, true),
});
