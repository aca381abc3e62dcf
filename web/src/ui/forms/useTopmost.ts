import { useEffect, useState } from 'react';

const open: object[] = [];

/** Tells whether nothing is open above what uses it: Escape is heard by all that is open, and closes only the innermost. */
export function useTopmost(): () => boolean {
  const [self] = useState(() => ({}));
  useEffect(() => {
    open.push(self);
    // Not before all have heard the key that closes it.
    return () => void setTimeout(() => open.splice(open.indexOf(self), 1));
  }, [self]);
  return () => open.at(-1) === self;
}
