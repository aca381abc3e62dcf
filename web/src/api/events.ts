import { queryClient } from './queryClient';
import type { Job } from './queries/operations';

type JobEvent = Pick<Job, 'jobId' | 'kind' | 'state' | 'cancelling' | 'progress' | 'datasetId' | 'dryRun' | 'createdBy'>;
interface DatasetEvent { datasetId: string; definition?: boolean }
interface MetaEvent { kind: 'datasets' | 'rights' | 'users' | 'tenant'; datasetId?: string }

/** What the app does with a job that has begun, moved on or ended. */
export type JobListener = (job: JobEvent) => void;

const told = <T>(event: Event) => JSON.parse((event as MessageEvent<string>).data) as T;

/** Listens to what happens in a tenant and throws away what it makes out of date. Gives what ends it. */
export function listen(tenantId: string, datasetId: string | undefined, onJob: JobListener): () => void {
  const topics = ['jobs', 'meta', ...(datasetId ? [`dataset:${datasetId}`] : [])].join(',');
  const source = new EventSource(`/api/espalier/v1/${encodeURIComponent(tenantId)}/events?topics=${topics}`);
  const stale = (...key: unknown[]) => void queryClient.invalidateQueries({ queryKey: ['t', tenantId, ...key] });

  source.addEventListener('reset', () => stale());
  source.addEventListener('job', event => {
    const job = told<JobEvent>(event);
    onJob(job);
    if (job.state !== 'running') stale('jobs');
    if (job.state === 'completed' && job.datasetId) {
      stale('dataset', job.datasetId);
      stale('datasets');
    }
  });
  source.addEventListener('dataset', event => {
    stale('dataset', told<DatasetEvent>(event).datasetId);
    stale('datasets');
  });
  source.addEventListener('meta', event => {
    const meta = told<MetaEvent>(event);
    if (meta.datasetId) stale('dataset', meta.datasetId);
    if (meta.kind === 'datasets' || meta.kind === 'rights') stale('datasets');
    if (meta.kind === 'users') stale('users');
    if (meta.kind === 'tenant') void queryClient.invalidateQueries({ queryKey: ['tenants'] });
  });
  return () => source.close();
}
