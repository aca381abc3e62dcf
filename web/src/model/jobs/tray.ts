/** As much of a job as the tray shows. */
export interface TrayJob {
  readonly jobId: string;
  readonly kind: string;
  readonly state: 'created' | 'running' | 'completed' | 'failed' | 'cancelled';
  readonly cancelling?: boolean;
  readonly datasetId?: string;
  readonly dryRun?: boolean;
  readonly progress?: { readonly rowsRead: number; readonly rowsResolved: number; readonly percent: number };
  readonly createdAt?: string;
  readonly startedAt?: string;
  readonly endedAt?: string;
  readonly errors?: number;
  /** Times and rows of what was heard, to tell the speed. */
  readonly heard?: readonly { readonly at: number; readonly rows: number; readonly percent: number }[];
}

export const isEnded = (job: Pick<TrayJob, 'state'>) => job.state === 'completed' || job.state === 'failed' || job.state === 'cancelled';

/** Takes up what was heard of a job. An ended one does not come back to life by news that was late. */
export function withNews(jobs: readonly TrayJob[], news: TrayJob, at: number): TrayJob[] {
  const old = jobs.find(job => job.jobId === news.jobId);
  if (old && isEnded(old) && !isEnded(news)) return [...jobs];
  const step = news.progress ? [{ at, rows: news.progress.rowsResolved, percent: news.progress.percent }] : [];
  const job: TrayJob = { ...old, ...news, heard: [...(old?.heard ?? []), ...step].slice(-8) };
  return old ? jobs.map(other => (other === old ? job : other)) : [job, ...jobs];
}

/** Rows a second and milliseconds that are left, as far as the last news tell. */
export function pace(job: TrayJob): { rowsPerSecond?: number; left?: number } {
  const [first, last] = [job.heard?.[0], job.heard?.at(-1)];
  if (!first || !last || last.at <= first.at || isEnded(job)) return {};
  const seconds = (last.at - first.at) / 1000;
  const rows = (last.rows - first.rows) / seconds;
  const percent = (last.percent - first.percent) / seconds;
  return {
    ...(rows > 0 ? { rowsPerSecond: Math.round(rows) } : {}),
    ...(percent > 0 && last.percent < 100 ? { left: ((100 - last.percent) / percent) * 1000 } : {}),
  };
}
