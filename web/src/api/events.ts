import { queryClient } from './queryClient';
import type { Job } from './queries/operations';
import { sessionState, useLive } from './sessionState';

type JobEvent = Pick<Job, 'jobId' | 'kind' | 'state' | 'cancelling' | 'progress' | 'datasetId' | 'dryRun' | 'createdBy'>;
interface DatasetEvent { datasetId: string; definition?: boolean }
interface MetaEvent { kind: 'datasets' | 'rights' | 'users' | 'tenant'; datasetId?: string }

/** What the app does with a job that has begun, moved on or ended. */
export type JobListener = (job: JobEvent) => void;

const told = <T>(event: Event) => JSON.parse((event as MessageEvent<string>).data) as T;
const longest = 30_000;

/** How long to wait before the next try: longer each time, and not for all browsers the same. */
export const pauseBefore = (tries: number, random = Math.random()) => Math.min(longest, 1000 * 2 ** tries) * (0.5 + random / 2);

/**
 * Listens to what happens in a tenant and throws away what it makes out of date. Gives what ends it.
 * @param onGone is told when the dataset is not there any more, or not for this person.
 */
export function listen(tenantId: string, datasetId: string | undefined, onGone: () => void, onJob: JobListener): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isEnded = false;
  let tries = 0;
  let dataset = datasetId;
  /** The last event that was heard; the server tells what came after it, or that too much did. */
  let last = '';
  const stale = (...key: unknown[]) => void queryClient.invalidateQueries({ queryKey: ['t', tenantId, ...key] });

  const address = () => {
    const query = new URLSearchParams({ topics: ['jobs', 'meta', ...(dataset ? [`dataset:${dataset}`] : [])].join(','), ...(last ? { lastEventId: last } : {}) });
    return `/api/espalier/v1/${encodeURIComponent(tenantId)}/events?${query}`;
  };

  function open() {
    clearTimeout(timer);
    source?.close();
    const one = source = new EventSource(address());
    const on = (type: string, hear: (event: Event) => void) => one.addEventListener(type, event => {
      last = (event as MessageEvent).lastEventId || last;
      hear(event);
    });
    one.onopen = () => {
      const wasAway = tries > 0;
      tries = 0;
      back();
      if (wasAway && !last) stale();
    };
    one.onerror = () => {
      // Else the browser itself tries again.
      if (one.readyState === EventSource.CLOSED && one === source) void refused();
    };
    on('hello', () => undefined);
    on('reset', () => stale());
    on('job', event => {
      const job = told<JobEvent>(event);
      onJob(job);
      if (job.state !== 'running') stale('jobs');
      if (job.state === 'completed' && job.datasetId) {
        stale('dataset', job.datasetId);
        stale('datasets');
      }
    });
    on('dataset', event => {
      stale('dataset', told<DatasetEvent>(event).datasetId);
      stale('datasets');
    });
    on('meta', event => {
      const meta = told<MetaEvent>(event);
      if (meta.datasetId) stale('dataset', meta.datasetId);
      if (meta.kind === 'datasets' || meta.kind === 'rights') stale('datasets');
      if (meta.kind === 'users') stale('users');
      if (meta.kind === 'tenant') void queryClient.invalidateQueries({ queryKey: ['tenants'] });
    });
  }

  /** The browser has given up, and does not tell why: the same is asked once more for its status. */
  async function refused() {
    const status = await statusOf(address());
    if (isEnded) return;
    if (status === 401) {
      // It goes on when somebody has signed in again.
      sessionState.ended();
    } else if (status === 404 && dataset) {
      dataset = undefined;
      onGone();
      open();
    } else {
      timer = setTimeout(open, pauseBefore(tries));
      tries++;
    }
  }

  const stopWaiting = useLive.subscribe((now, before) => {
    if (before.signedOut && !now.signedOut) open();
  });
  if (!useLive.getState().signedOut) open();
  return () => {
    isEnded = true;
    clearTimeout(timer);
    stopWaiting();
    source?.close();
  };
}

/** The server answers again: what was refused meanwhile is asked for once more. */
function back() {
  if (!useLive.getState().offline) return;
  sessionState.heard(true);
  void queryClient.refetchQueries({ type: 'active' });
}

async function statusOf(address: string): Promise<number> {
  const stop = new AbortController();
  try {
    return (await fetch(address, { headers: { accept: 'text/event-stream' }, signal: stop.signal })).status;
  } catch {
    return 0;
  } finally {
    stop.abort();
  }
}
