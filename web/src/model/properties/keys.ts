/** How expressions know a key: small letters, digits and underscores. */
export const normal = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}_]/gu, '');

/** The key that a new property gets from its name: the first word small, the others with a capital, and a number where it is taken. */
export function keyFor(name: string, taken: readonly string[]): string {
  const words = name.normalize('NFD').replace(/\p{M}/gu, '').match(/[\p{L}\p{N}]+/gu) ?? [];
  const base = words.map((word, i) => (i === 0 ? lowerFirst(word) : word[0]!.toUpperCase() + word.slice(1))).join('') || 'property';
  const used = new Set(taken.map(normal));
  let key = base;
  for (let i = 2; used.has(normal(key)); i++) key = `${base}${i}`;
  return key;
}

/** "ID" becomes "id", "Employee" becomes "employee", "iPhone" stays. */
const lowerFirst = (word: string) => (word === word.toUpperCase() ? word.toLowerCase() : word[0]!.toLowerCase() + word.slice(1));

export type KeyProblem = 'blank' | 'underscore' | 'taken';

export function checkKey(key: string, taken: readonly string[]): KeyProblem | undefined {
  if (key.trim() === '') return 'blank';
  if (key.startsWith('_')) return 'underscore';
  return taken.some(other => normal(other) === normal(key)) ? 'taken' : undefined;
}
