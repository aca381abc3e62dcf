import { createRouter } from '@tanstack/react-router';
import { configuiRoute } from './configui';
import { frameRoute } from './frame';
import { homeRoute } from './home';
import { inviteRoute } from './invite';
import { rootRoute } from './root';
import { parseSearch, stringifySearch } from './search';
import { setupRoute } from './setup';
import { signInRoute } from './signIn';
import { tenantsRoute } from './tenants';
import { tokensRoute } from './tokens';
import { workspaceRoute } from './workspace';

const routeTree = rootRoute.addChildren([
  homeRoute, setupRoute, signInRoute, inviteRoute,
  frameRoute.addChildren([workspaceRoute, configuiRoute, tokensRoute, tenantsRoute]),
]);

export const router = createRouter({ routeTree, parseSearch, stringifySearch, defaultPreload: 'intent', scrollRestoration: true, defaultPendingMs: 150, defaultPendingMinMs: 0 });

declare module '@tanstack/react-router' {
  interface Register { router: typeof router }
}
