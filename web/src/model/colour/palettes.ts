/** Eight colours for categories, and one for all others. */
export interface Palette { readonly colours: readonly string[]; readonly others: string }

export const categories: Record<'light' | 'dark', Palette> = {
  light: { colours: ['#193473', '#A33F21', '#439B74', '#DC4BC1', '#9D7B0C', '#115684', '#8A2BC0', '#68280B'], others: '#656C76' },
  dark: { colours: ['#668BCC', '#DE813A', '#1DFDE0', '#A15879', '#D2CA5E', '#48BDFE', '#7F52D9', '#D42526'], others: '#A2AAB1' },
};

/** A steady place in a palette for a word, so that a type keeps its colour. */
export function placeOf(word: string, places: number): number {
  let hash = 2166136261;
  for (const unit of word) hash = Math.imul(hash ^ unit.codePointAt(0)!, 16777619);
  return (hash >>> 0) % places;
}
