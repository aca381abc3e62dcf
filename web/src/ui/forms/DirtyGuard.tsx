import { useBlocker } from '@tanstack/react-router';
import { later } from '../later';

const Unsaved = later(async () => (await import('./Unsaved')).Unsaved);

/** Asks before unsaved changes are left behind. */
export function DirtyGuard({ when }: { when: boolean }) {
  const blocker = useBlocker({ shouldBlockFn: () => when, enableBeforeUnload: when, withResolver: true });
  if (blocker.status !== 'blocked') return null;
  return <Unsaved onLeave={blocker.proceed} onStay={blocker.reset} />;
}
