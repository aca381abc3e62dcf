import { useBlocker } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { guardUnsaved, isAnythingUnsaved } from '@/state/unsaved';
// Not fetched later: it has to be at hand when the server is away.
import { Unsaved } from './Unsaved';

/** Asks before unsaved changes are left behind. */
export function DirtyGuard({ when }: { when: boolean }) {
  const [answer, setAnswer] = useState<(leaves: boolean) => void>();
  const blocker = useBlocker({ shouldBlockFn: () => when, enableBeforeUnload: () => when && isAnythingUnsaved(), withResolver: true });
  useEffect(() => (when ? guardUnsaved(() => new Promise(resolve => setAnswer(() => (leaves: boolean) => {
    setAnswer(undefined);
    resolve(leaves);
  }))) : undefined), [when]);
  if (answer) return <Unsaved onLeave={() => answer(true)} onStay={() => answer(false)} />;
  return blocker.status === 'blocked' ? <Unsaved onLeave={blocker.proceed} onStay={blocker.reset} /> : null;
}
