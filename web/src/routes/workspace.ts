import { createRoute } from '@tanstack/react-router';
import { FailedRoute } from '@/ui/states/FailedRoute';
import { fetched } from '@/ui/later';
import { frameRoute } from './frame';

export const workspaceRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/app/workspace',
  errorComponent: FailedRoute,
  component: fetched(async () => (await import('@/pages/workspace/HomePage')).HomePage, true),
});
