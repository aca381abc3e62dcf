import { useEffect, useReducer, useState, type ComponentType, type FunctionComponent } from 'react';
import { queryClient } from '@/api/queryClient';
import { sessionQuery } from '@/api/queries/session';
import { useLive } from '@/api/sessionState';
import { isAnythingUnsaved } from '@/state/unsaved';
import { t } from '@/texts';
import { Failed } from './states/Failed';
import { Loading } from './states/Loading';
import { toast } from './toast';

type Load<P> = () => Promise<ComponentType<P>>;
type Fetched<P> = FunctionComponent<P> & { preload: () => Promise<void> };

/** The server is there, and the part is not: it has a newer version by now, or the browser keeps in mind that it was away. */
class PartMissing extends Error {}

/** A part that is fetched when it is first shown. When that fails, what is around it stays, and it can be tried again. */
export function fetched<P extends object>(load: Load<P>, isPage = false): Fetched<P> {
  let Part: ComponentType<P> | undefined;
  let loading: Promise<void> | undefined;
  const start = () => (loading ??= fetchPart(load).then(found => { Part = found; }).finally(() => { loading = undefined; }));

  function Shown(props: P) {
    const isThere = Part !== undefined;
    const [, draw] = useReducer((times: number) => times + 1, 0);
    const [failure, setFailure] = useState<unknown>();
    const [tries, setTries] = useState(0);
    useEffect(() => {
      if (isThere) return;
      let isOver = false;
      const failed = (error: unknown) => {
        if (isOver) return;
        // Nothing helps but to load the app anew.
        if (tries > 0 && error instanceof PartMissing && !isAnythingUnsaved()) return location.reload();
        // A panel or a dialog that did not come is closed again, so that the same button brings it.
        if (!('onClose' in props) || typeof props.onClose !== 'function') return setFailure(error);
        if (error instanceof PartMissing) toast.bad(error.message);
        else toast.failed(error);
        props.onClose();
      };
      (Part ? Promise.resolve() : start()).then(() => isOver || draw(), failed);
      return () => {
        isOver = true;
      };
      // Once, and at each try.
    }, [tries]);
    const again = () => {
      setFailure(undefined);
      setTries(times => times + 1);
    };
    useEffect(() => (failure === undefined ? undefined : useLive.subscribe((now, before) => {
      if (before.offline && !now.offline) again();
    })), [failure]);
    if (Part) return <Part {...props} />;
    if (failure !== undefined) return <Failed error={failure} isPage={isPage} retry={again} />;
    return isPage ? <Loading /> : null;
  }
  // What cannot be had ahead of time is asked for again when it is shown.
  return Object.assign(Shown, { preload: () => start().catch(() => undefined) });
}

/** A part of a page, with the texts that it needs; until it is there, there is nothing in its place. */
export const later = <P extends object>(load: Load<P>) => fetched(withTexts(load));

export const withTexts = <P extends object>(load: Load<P>): Load<P> => async () => (await Promise.all([load(), import('@/texts/more')]))[0];

async function fetchPart<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    // Fails in its own words when the server is away.
    await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0, retry: false });
    renewStyles();
    return load().catch(() => {
      throw new PartMissing(t('states.partMissing'), { cause });
    });
  }
}

/** Styles that could not be had are not asked for again together with their part. */
function renewStyles() {
  for (const link of document.querySelectorAll<HTMLLinkElement>('head link[rel="stylesheet"]')) if (!link.sheet) link.replaceWith(link.cloneNode());
}
