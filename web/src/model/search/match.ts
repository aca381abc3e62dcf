/** A text without accents and case. */
export const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** How well a text answers what was typed: every word must begin a word of it, or at least be in it. 0: not at all. */
export function score(text: string, query: string): number {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return 1;
  const folded = fold(text);
  let total = 0;
  for (const word of words) {
    const at = folded.indexOf(word);
    if (at < 0) return 0;
    const atBegin = folded.startsWith(word);
    const begins = atBegin || new RegExp(`[\\s\\-_/.(]${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`).test(folded);
    total += atBegin ? 4 : begins ? 3 : 1;
  }
  return total + 1 / (1 + folded.length);
}

/** The best answers, best first; equal ones stay in their order. */
export function best<T>(entries: readonly T[], textOf: (entry: T) => string, query: string, most = 50): T[] {
  return entries
    .map(entry => ({ entry, score: score(textOf(entry), query) }))
    .filter(found => found.score > 0)
    .sort((a, b) => (query.trim() === '' ? 0 : b.score - a.score))
    .slice(0, most)
    .map(found => found.entry);
}
