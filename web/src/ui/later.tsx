import { lazy, Suspense, type ComponentType } from 'react';

/** A part that is fetched when it is first shown; until then there is nothing in its place. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Part = lazy(async () => ({ default: (await Promise.all([load(), import('@/texts/more')]))[0] }));
  return function Later(props: P) {
    return <Suspense fallback={null}><Part {...props} /></Suspense>;
  };
}
