import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listen } from '@/api/events';
import { jobQuery, jobsQuery } from '@/api/queries/operations';
import { queryClient } from '@/api/queryClient';
import { sessionState } from '@/api/sessionState';
import { isEnded } from '@/model/jobs/tray';
import { fillTray, hearOfJob } from '@/state/jobs';
import { useGo } from '@/state/place';
import { forgetDataset } from '@/state/preferences';
import { t, word } from '@/texts';
import { toast } from '../toast';

/** Keeps the tray and what is on the screen up with the server. */
export function useLiveNews(tenantId: string | undefined, datasetId: string | undefined) {
  const go = useGo();
  const jobs = useQuery({ ...jobsQuery(tenantId ?? '', { state: ['created', 'running'], limit: 20 }), enabled: tenantId !== undefined });
  useEffect(() => {
    if (tenantId && jobs.data) fillTray(tenantId, jobs.data.items);
  }, [tenantId, jobs.data]);

  useEffect(() => {
    if (!tenantId) return;
    return listen(tenantId, datasetId, () => forgetDataset(datasetId), job => {
      // What is told is told to the person who is signed in.
      if (sessionState.viewAs) return;
      const before = hearOfJob(job);
      if (!isEnded(job) || (before && isEnded(before))) return;
      const kind = word('jobKinds', job.kind);
      if (job.state === 'completed') toast.good(t(job.dryRun ? 'jobs.dryRunDone' : 'jobs.done', { kind }));
      else if (job.state === 'failed') void tellFailure(tenantId, job.jobId, t('jobs.failed', { kind }), () => go.job(job.jobId, tenantId));
      else toast.plain(t('jobs.cancelled', { kind }));
    });
  }, [tenantId, datasetId, go]);
}

/** News of a failure come with its cause, where that can be had. */
async function tellFailure(tenantId: string, jobId: string, failed: string, open: () => void) {
  const job = await queryClient.fetchQuery({ ...jobQuery(tenantId, jobId), staleTime: 0 }).catch(() => undefined);
  const cause = job?.causes?.[0]?.message;
  toast.bad(cause ? t('jobs.failedWhy', { failed, cause }) : failed, { label: t('jobs.open'), run: open });
}
