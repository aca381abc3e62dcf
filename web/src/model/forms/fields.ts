/** What somebody changed in a form: each field as it was when they changed it, and as they want it. */
export type Touched<T> = { readonly [K in keyof T]?: { readonly base: T[K]; readonly value: T[K] } };

/** By what the entries of a list are told apart; without one, entries are the same when all of them is. */
export type Identities<T> = { readonly [K in keyof T]?: T[K] extends readonly (infer One)[] ? (one: One) => string : never };

type AnyTouched = Record<string, { base: unknown; value: unknown } | undefined>;
type AnyIdentities = Record<string, ((one: unknown) => string) | undefined>;

export const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** A list as others have it by now, with what was added to it, taken from it and changed in it here. */
export function merged<One>(base: readonly One[], mine: readonly One[], theirs: readonly One[], identity: (one: One) => string = one => JSON.stringify(one)): One[] {
  if (isSame(base, theirs)) return [...mine];
  const find = (list: readonly One[], one: One) => list.find(other => identity(other) === identity(one));
  const kept = theirs.flatMap(one => {
    const [before, now] = [find(base, one), find(mine, one)];
    if (before === undefined) return [now ?? one];
    return now === undefined ? [] : [isSame(before, now) ? one : now];
  });
  return [...kept, ...mine.filter(one => find(theirs, one) === undefined && !isSame(find(base, one), one))];
}

/** Takes up changes. What is set back to what is kept is no change any more. */
export function touch<T extends object>(touched: Touched<T>, kept: T, next: Partial<T>): Touched<T> {
  const all: AnyTouched = { ...(touched as AnyTouched) };
  for (const [key, value] of Object.entries(next)) {
    const base = kept[key as keyof T];
    if (isSame(base, value)) delete all[key];
    else all[key] = { base, value };
  }
  return all as Touched<T>;
}

/** What is kept by now, with the changes in it; of lists, only the entries that were changed. */
export function withTouched<T extends object>(kept: T, touched: Touched<T>, identities: Identities<T> = {}): T {
  const all = { ...kept } as Record<string, unknown>;
  for (const [key, one] of Object.entries(touched as AnyTouched)) {
    if (!one) continue;
    const theirs = all[key];
    all[key] = Array.isArray(one.value) && Array.isArray(one.base) && Array.isArray(theirs) ? merged(one.base, one.value, theirs, (identities as AnyIdentities)[key]) : one.value;
  }
  return all as T;
}

/** The fields that are not as they are kept. */
export function changesOf<T extends object>(kept: T, now: T): Partial<T> {
  return Object.fromEntries(Object.entries(now).filter(([key, value]) => !isSame(kept[key as keyof T], value))) as Partial<T>;
}
