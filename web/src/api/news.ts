import type { listen as begin } from './events';

/** Listens to the news as soon as what that needs is there; the first paint does not wait for it. Gives what ends it. */
export function listen(...what: Parameters<typeof begin>): () => void {
  let isOver = false;
  let stop = () => undefined as void;
  const start = () => {
    if (isOver) return;
    import('./events').then(events => {
      if (!isOver) stop = events.listen(...what);
    }, () => {
      const timer = setTimeout(start, 10_000);
      stop = () => clearTimeout(timer);
    });
  };
  start();
  return () => {
    isOver = true;
    stop();
  };
}
