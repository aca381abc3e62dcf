import { create } from 'zustand';

interface Live {
  /** Whether the session has ended while the app was open. */
  signedOut: boolean;
  /** Whether the server does not answer. */
  offline: boolean;
  viewAs: string | undefined;
}

export const useLive = create<Live>(() => ({ signedOut: false, offline: false, viewAs: undefined }));

/** What every request needs to know, outside of React. */
export const sessionState = {
  csrf: '',
  get viewAs() {
    return useLive.getState().viewAs;
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
