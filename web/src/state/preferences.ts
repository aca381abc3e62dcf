import { create } from 'zustand';

export type Scheme = 'light' | 'dark' | 'auto';

interface Preferences {
  scheme: Scheme;
  /** Whether single letters do something. */
  keys: boolean;
  tenantId: string | undefined;
  datasetId: string | undefined;
}

const stored = (key: string) => {
  try {
    return localStorage.getItem(`espalier.${key}`) ?? undefined;
  } catch {
    return undefined;
  }
};
const store = (key: string, value: string | undefined) => {
  try {
    if (value === undefined) localStorage.removeItem(`espalier.${key}`);
    else localStorage.setItem(`espalier.${key}`, value);
  } catch {
    // Storage is off: the choice holds until the page is closed.
  }
};

const scheme = stored('scheme');

/** What this browser remembers: how the app looks, and where one was. None of the data. */
export const usePreferences = create<Preferences>(() => ({
  scheme: scheme === 'light' || scheme === 'dark' ? scheme : 'auto',
  keys: stored('keys') !== 'off',
  tenantId: stored('tenant'),
  datasetId: stored('dataset'),
}));

export function choosePlace(tenantId: string, datasetId?: string) {
  const now = usePreferences.getState();
  if (now.tenantId === tenantId && now.datasetId === datasetId) return;
  store('tenant', tenantId);
  store('dataset', datasetId);
  usePreferences.setState({ tenantId, datasetId });
}

export function chooseScheme(value: Scheme) {
  store('scheme', value === 'auto' ? undefined : value);
  usePreferences.setState({ scheme: value });
}

export function chooseKeys(on: boolean) {
  store('keys', on ? undefined : 'off');
  usePreferences.setState({ keys: on });
}
