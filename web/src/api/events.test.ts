import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listen, pauseBefore } from './events';
import { useLive } from './sessionState';

class Source extends EventTarget {
  static CLOSED = 2;
  static all: Source[] = [];
  readyState = 0;
  onopen?: () => void;
  onerror?: () => void;
  constructor(readonly url: string) {
    super();
    Source.all.push(this);
  }
  close() {
    this.readyState = 2;
  }
  refuse() {
    this.readyState = 2;
    this.onerror?.();
  }
}

const answer = (status: number) => vi.stubGlobal('fetch', vi.fn(async () => new Response('', { status })));
const topics = () => Source.all.map(source => new URL(source.url, 'http://x').searchParams.get('topics'));

describe('the stream of news', () => {
  let stop: (() => void) | undefined;
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('EventSource', Source);
    Source.all = [];
    useLive.setState({ signedOut: false, offline: false });
  });
  afterEach(() => {
    stop?.();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('goes on without a dataset that is gone', async () => {
    answer(404);
    const onGone = vi.fn();
    stop = listen('DEMO', 'D1', onGone, () => undefined);
    Source.all[0]!.refuse();
    await vi.advanceTimersByTimeAsync(0);
    expect(onGone).toHaveBeenCalledOnce();
    expect(topics()).toEqual(['jobs,meta,dataset:D1', 'jobs,meta']);
  });

  it('says that the session has ended, and goes on after signing in', async () => {
    answer(401);
    stop = listen('DEMO', undefined, () => undefined, () => undefined);
    Source.all[0]!.refuse();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(useLive.getState().signedOut).toBe(true);
    expect(Source.all).toHaveLength(1);
    useLive.setState({ signedOut: false });
    expect(Source.all).toHaveLength(2);
  });

  it('tries again after a proxy’s error, with growing pauses', async () => {
    answer(503);
    stop = listen('DEMO', 'D1', () => undefined, () => undefined);
    for (let i = 1; i <= 8; i++) {
      Source.all.at(-1)!.refuse();
      await vi.advanceTimersByTimeAsync(30_000);
      expect(Source.all).toHaveLength(i + 1);
    }
    expect(topics().at(-1)).toBe('jobs,meta,dataset:D1');
    expect([0, 1, 2, 9].map(tries => pauseBefore(tries, 1))).toEqual([1000, 2000, 4000, 30_000]);
    expect(pauseBefore(9, 0)).toBe(15_000);
  });

  it('asks for what came after the last that it heard', async () => {
    answer(502);
    const jobs: string[] = [];
    stop = listen('DEMO', undefined, () => undefined, job => jobs.push(job.jobId));
    Source.all[0]!.dispatchEvent(new MessageEvent('job', { data: '{"jobId":"J","state":"running"}', lastEventId: '41' }));
    expect(jobs).toEqual(['J']);
    Source.all[0]!.refuse();
    await vi.advanceTimersByTimeAsync(2000);
    expect(new URL(Source.all[1]!.url, 'http://x').searchParams.get('lastEventId')).toBe('41');
  });

  it('stays ended', async () => {
    answer(502);
    listen('DEMO', undefined, () => undefined, () => undefined)();
    Source.all[0]!.refuse();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(Source.all).toHaveLength(1);
  });
});
