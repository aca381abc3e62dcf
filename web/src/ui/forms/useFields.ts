import { useState } from 'react';
import { changesOf, isSame, touch, withTouched, type Identities, type Touched } from '@/model/forms/fields';

/**
 * The fields of a form over what the server keeps. Fields that nobody touched follow what others change meanwhile; those that
 * were touched stay as they are, and they alone are unsaved.
 */
export function useFields<T extends object>(kept: T, identities?: Identities<T>) {
  const [touched, setTouched] = useState<Touched<T>>({});
  const fields = withTouched(kept, touched, identities);
  const changes = changesOf(kept, fields);
  return {
    fields,
    changes,
    isDirty: Object.keys(changes).length > 0,
    set: (next: Partial<T>) => setTouched(old => touch(old, kept, next)),
    /** The changes in what was read a moment ago. */
    onto: (fresh: T) => withTouched(fresh, touched, identities),
    reset: () => setTouched({}),
    /** Forgets what is saved by now; what was changed since stays. */
    settle: (saved: Touched<T>) => setTouched(old => Object.fromEntries(Object.entries(old).filter(([key, one]) => !isSame(one, saved[key as keyof T]))) as Touched<T>),
    touched,
  };
}
