import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLive } from '@/api/sessionState';
import { t } from '@/texts';
import { useGlobalKeys } from '@/state/keys';
import { useGo, usePlace } from '@/state/place';
import { choosePlace, followPreferences } from '@/state/preferences';
import { fetched, later } from '../later';
import { Banners } from './Banners';
import { Rail } from './Rail';
import classes from './shell.module.css';
import { TopBar } from './TopBar';
import { useLiveNews } from './useLiveNews';

const Palette = later(async () => (await import('./Palette')).default);
const KeyMap = later(async () => (await import('./KeyMap')).default);
const SignedOut = fetched(async () => (await import('./SignedOut')).default);

/** The frame: rail, top bar, and the page between them. */
export function Shell() {
  const [open, setOpen] = useState<'palette' | 'keys' | undefined>();
  const signedOut = useLive(live => live.signedOut);
  const go = useGo();
  const place = usePlace();
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: state => `${state.location.pathname}${(state.location.search as { page?: string }).page ?? ''}` });

  useEffect(() => {
    if (place.tenant) choosePlace(place.tenantId, place.datasetId);
  }, [place.tenant, place.tenantId, place.datasetId]);

  // A new page begins at its top, also for those who do not see it.
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
  }, [path]);

  useEffect(followPreferences, []);
  useLiveNews(place.tenant?.id, place.datasetId);
  const keys = useMemo(() => ({
    palette: () => setOpen('palette'),
    map: () => setOpen('keys'),
    go: { d: () => go.settings(), t: go.tokens, s: () => go.settings('/users'), w: go.workspace },
  }), [go]);
  useGlobalKeys(keys);

  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">{t('shell.skip')}</a>
      <Rail onKeys={keys.map} />
      <div className={classes.column}>
        <TopBar onFind={keys.palette} />
        <Banners />
        <main id="main" ref={main} tabIndex={-1} className={classes.main}><Outlet /></main>
      </div>
      {open === 'palette' && <Palette onClose={() => setOpen(undefined)} onKeys={keys.map} />}
      {open === 'keys' && <KeyMap onClose={() => setOpen(undefined)} />}
      {signedOut && <SignedOut />}
    </div>
  );
}
