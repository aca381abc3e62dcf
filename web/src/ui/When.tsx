import { useEffect, useState } from 'react';
import { ago, exact } from '@/model/time/format';

/** A time as one speaks of it; in full when one points at it. */
export function When({ at }: { at: string | undefined }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return at ? <time dateTime={at} title={exact(at)}>{ago(at, now)}</time> : null;
}
