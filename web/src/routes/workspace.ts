import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from './frame';

export const workspaceRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/app/workspace',
  component: lazyRouteComponent(() => import('@/pages/workspace/HomePage'), 'HomePage'),
});
