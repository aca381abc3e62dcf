export type Scheme = 'light' | 'dark' | 'auto';

/** What the server keeps for the person, as it is: other versions of the app may keep more in it. */
export type PreferenceDocument = Readonly<Record<string, unknown>>;

/** What of it is changed here and not written yet, by its top-level key; `undefined` takes a key away. */
export type PreferenceChanges = ReadonlyMap<string, unknown>;

export interface Preferences {
  scheme: Scheme;
  /** Whether single letters do something. */
  keys: boolean;
  tenantId: string | undefined;
  datasetId: string | undefined;
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** Reads what is kept; what is not there, or is something else, is as it is for a new person. */
export function preferencesOf({ scheme, keys, place }: PreferenceDocument): Preferences {
  const { tenantId, datasetId } = (typeof place === 'object' && place !== null ? place : {}) as Record<string, unknown>;
  return {
    scheme: scheme === 'light' || scheme === 'dark' ? scheme : 'auto',
    keys: keys !== false,
    tenantId: text(tenantId),
    datasetId: text(datasetId),
  };
}

/** The document with the changes in it: keys that are not changed here stay as others have written them. */
export function withChanges(document: PreferenceDocument, changes: PreferenceChanges): PreferenceDocument {
  return Object.fromEntries(Object.entries({ ...document, ...Object.fromEntries(changes) }).filter(([, value]) => value !== undefined));
}
