import { useEffect, useState } from 'react';

/** What has the focus; of a menu that is about to close, the button that opened it. */
function holder(): HTMLElement | null {
  const active = document.activeElement;
  const menu = active?.closest('[role="menu"]');
  const opener = menu && document.querySelector(`[aria-controls="${CSS.escape(menu.id)}"]`);
  const found = opener ?? active;
  return found instanceof HTMLElement && found !== document.body ? found : null;
}

/**
 * Gives the focus back to what had it when a dialog came, or else to the page. Dialogs here are there or they are not; the
 * library gives back the focus only of those that stay and are closed.
 */
export function useReturnFocus() {
  const [before] = useState(holder);
  useEffect(() => () => {
    setTimeout(() => {
      const active = document.activeElement;
      if (active && active !== document.body) return;
      (before?.isConnected ? before : document.getElementById('main'))?.focus({ preventScroll: true });
    });
  }, [before]);
}
