import { create } from 'zustand';
import { withNews, type TrayJob } from '@/model/jobs/tray';

/** The jobs of this tenant that the tray shows: those that go on, and those that ended while the app was open. */
export const useTray = create<{ tenantId: string; jobs: TrayJob[] }>(() => ({ tenantId: '', jobs: [] }));

export function fillTray(tenantId: string, jobs: readonly TrayJob[]) {
  const old = useTray.getState();
  const kept = old.tenantId === tenantId ? old.jobs : [];
  const known = new Set(kept.map(job => job.jobId));
  useTray.setState({ tenantId, jobs: [...kept, ...jobs.filter(job => !known.has(job.jobId))] });
}

export const emptyTray = () => useTray.setState({ tenantId: '', jobs: [] });

/** Takes up news of a job. Gives the job as it was before. */
export function hearOfJob(news: TrayJob): TrayJob | undefined {
  const { jobs } = useTray.getState();
  const before = jobs.find(job => job.jobId === news.jobId);
  useTray.setState({ jobs: withNews(jobs, news, Date.now()) });
  return before;
}
