/** An expression with a suggestion in place of what it is for. */
export const withFix = (text: string, span: { readonly start: number; readonly end: number }, suggestion: string) => text.slice(0, span.start) + suggestion + text.slice(span.end);

/** A result as it is read; a collection by what is in it, for a node's property is a collection of one. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value !== 'object') return String(value);
  const { collection } = value as { collection?: unknown };
  return Array.isArray(collection) ? collection.map(shown).join(', ') || '–' : JSON.stringify(value);
}
