import { create } from 'zustand';
import { readPreferences, writePreferences } from '@/api/queries/preferences';
import { preferencesOf, withChanges, type PreferenceDocument, type Preferences, type Scheme } from '@/model/preferences/preferences';

export type { Scheme };

/** The browser's copy of the choice of light or dark, which `public/scheme.js` needs before anything is painted. */
const schemeKey = 'espalier.scheme';
const pause = 1000;

const storedScheme = (): Scheme => {
  try {
    const stored = localStorage.getItem(schemeKey);
    return stored === 'light' || stored === 'dark' ? stored : 'auto';
  } catch {
    return 'auto';
  }
};
const storeScheme = (scheme: Scheme) => {
  try {
    if (scheme === 'auto') localStorage.removeItem(schemeKey);
    else localStorage.setItem(schemeKey, scheme);
  } catch {
    // Storage is off: the first paint is as the system says.
  }
};

/** How the app looks for the person, and where they were. The server keeps it, for all their browsers. */
export const usePreferences = create<Preferences>(() => ({ ...preferencesOf({}), scheme: storedScheme() }));

let known: PreferenceDocument = {};
let loading: Promise<void> | undefined;
let saving = Promise.resolve();
let timer: ReturnType<typeof setTimeout> | undefined;
const unsaved = new Map<string, unknown>();

/** Fetches what the server keeps, once. Without an answer the app goes on with what it has. */
export const loadPreferences = () => (loading ??= readPreferences().then(document => show(document, true), () => undefined));

function show(document: PreferenceDocument, withPlace: boolean) {
  known = document;
  const next = preferencesOf(withChanges(document, unsaved));
  storeScheme(next.scheme);
  // Where another tab went is not where this one is.
  usePreferences.setState(withPlace ? next : { scheme: next.scheme, keys: next.keys });
}

function change(key: string, value: unknown) {
  unsaved.set(key, value);
  clearTimeout(timer);
  timer = setTimeout(() => void savePreferences(), pause);
}

/** Writes what is changed into what the server has by now, so that tabs do not undo each other. */
export function savePreferences(): Promise<void> {
  clearTimeout(timer);
  saving = saving.then(async () => {
    if (unsaved.size === 0) return;
    await write(await readPreferences(), false);
  }).catch(() => {
    // It stays unsaved, and goes along with the next change.
  });
  return saving;
}

async function write(document: PreferenceDocument, isLeaving: boolean) {
  const changes = new Map(unsaved);
  show(await writePreferences(withChanges(document, changes), isLeaving), false);
  for (const [key, value] of changes) if (unsaved.get(key) === value) unsaved.delete(key);
}

/** Takes part in what other tabs and browsers change, and leaves nothing unsaved behind. Gives what ends it. */
export function followPreferences(): () => void {
  const look = () => {
    if (document.visibilityState === 'visible') readPreferences().then(kept => show(kept, false), () => undefined);
    // There is no time left to ask what others have written.
    else if (unsaved.size > 0) write(known, true).catch(() => undefined);
  };
  const hear = (event: StorageEvent) => {
    if (event.key === schemeKey) usePreferences.setState({ scheme: storedScheme() });
  };
  document.addEventListener('visibilitychange', look);
  addEventListener('storage', hear);
  return () => {
    document.removeEventListener('visibilitychange', look);
    removeEventListener('storage', hear);
  };
}

export function choosePlace(tenantId: string, datasetId?: string) {
  const now = usePreferences.getState();
  if (now.tenantId === tenantId && now.datasetId === datasetId) return;
  usePreferences.setState({ tenantId, datasetId });
  change('place', { tenantId, ...(datasetId ? { datasetId } : {}) });
}

/** The dataset is not there any more, or not for this person. */
export function forgetDataset(datasetId: string | undefined) {
  const now = usePreferences.getState();
  if (now.tenantId && now.datasetId === datasetId) choosePlace(now.tenantId);
}

export function chooseScheme(scheme: Scheme) {
  storeScheme(scheme);
  usePreferences.setState({ scheme });
  change('scheme', scheme === 'auto' ? undefined : scheme);
}

export function chooseKeys(on: boolean) {
  usePreferences.setState({ keys: on });
  change('keys', on ? undefined : false);
}
