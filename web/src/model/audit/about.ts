interface Entry { readonly kind: string; readonly target?: string; readonly datasetId?: string }

/** What an entry of the audit is about: the thing itself, and what is said besides. A change of rights is about the dataset, and its target is the owner. */
export function about({ kind, target, datasetId }: Entry, nameOf: (datasetId: string) => string): { main: string; sub?: string } {
  const dataset = datasetId === undefined ? undefined : nameOf(datasetId);
  const [main, sub] = kind === 'rightsChange' ? [dataset, target] : [target, dataset];
  return { main: main ?? sub ?? '', ...(main !== undefined && sub !== undefined && sub !== main ? { sub } : {}) };
}
