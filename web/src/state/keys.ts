import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import { usePreferences } from './preferences';

/** What a page does at the press of a letter; the key map lists it by its name. */
export interface PageKey { key: string; name: string; run: () => void }

const usePageKeyList = create<{ keys: PageKey[] }>(() => ({ keys: [] }));
export const pageKeys = () => usePageKeyList.getState().keys;

let wish: { name: string; until: number } | undefined;

/** Does what a page has a letter for: at once on that page, or else as soon as it is there. */
export function runPageKey(name: string) {
  const known = pageKeys().find(one => one.name === name);
  if (known) known.run();
  else wish = { name, until: performance.now() + 10_000 };
}

/** Letters that this page answers while it is open. */
export function usePageKeys(keys: PageKey[]) {
  useEffect(() => {
    usePageKeyList.setState({ keys });
    const wished = wish && keys.find(one => one.name === wish?.name);
    if (wished) {
      if (performance.now() < wish!.until) wished.run();
      wish = undefined;
    }
    return () => usePageKeyList.setState({ keys: [] });
  });
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !/^(checkbox|radio|button)$/.test((target as HTMLInputElement).type));

interface Global { palette: () => void; map: () => void; go: Record<string, () => void> }

/** The keys of the whole app. Single letters only where nobody types, and not at all when they are switched off. */
export function useGlobalKeys(global: Global) {
  const gAt = useRef(-Infinity);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && key === 'k') {
        event.preventDefault();
        global.palette();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
      if (!usePreferences.getState().keys || document.querySelector('[role="dialog"][aria-modal="true"]')) return;
      const run = performance.now() - gAt.current < 1200 ? global.go[key] : key === '/' ? global.palette : key === '?' ? global.map : pageKeys().find(one => one.key === key)?.run;
      gAt.current = key === 'g' && !run ? performance.now() : -Infinity;
      if (!run) return;
      event.preventDefault();
      run();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [global]);
}
