import { create } from 'zustand';
import { viewOf, type View } from '@/model/people/view';

interface Live {
  /** Whether the session has ended while the app was open. */
  signedOut: boolean;
  /** Whether the server does not answer. */
  offline: boolean;
  /** Whose view is shown; it stays for the tab. */
  viewAs: View | undefined;
}

const viewKey = 'espalier.view';
const storage = () => {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
};

export const useLive = create<Live>(() => ({ signedOut: false, offline: false, viewAs: viewOf(storage()?.getItem(viewKey) ?? null) }));

/** What every request needs to know, outside of React. */
export const sessionState = {
  csrf: '',
  get viewAs() {
    return useLive.getState().viewAs;
  },
  view(view: View | undefined) {
    if (view) storage()?.setItem(viewKey, JSON.stringify(view));
    else storage()?.removeItem(viewKey);
    useLive.setState({ viewAs: view });
  },
  ended() {
    useLive.setState({ signedOut: true });
  },
  returned() {
    useLive.setState({ signedOut: false });
  },
  heard(answered: boolean) {
    if (useLive.getState().offline === answered) useLive.setState({ offline: !answered });
  },
};
