import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listen } from '@/api/events';
import { jobsQuery } from '@/api/queries/operations';
import { sessionState } from '@/api/sessionState';
import { isEnded } from '@/model/jobs/tray';
import { fillTray, hearOfJob } from '@/state/jobs';
import { t, word } from '@/texts';
import { toast } from '../toast';

/** Keeps the tray and what is on the screen up with the server. */
export function useLiveNews(tenantId: string | undefined, datasetId: string | undefined) {
  const jobs = useQuery({ ...jobsQuery(tenantId ?? '', { state: ['created', 'running'], limit: 20 }), enabled: tenantId !== undefined });
  useEffect(() => {
    if (tenantId && jobs.data) fillTray(tenantId, jobs.data.items);
  }, [tenantId, jobs.data]);

  useEffect(() => {
    if (!tenantId) return;
    return listen(tenantId, datasetId, job => {
      // What is told is told to the person who is signed in.
      if (sessionState.viewAs) return;
      const before = hearOfJob(job);
      if (!isEnded(job) || (before && isEnded(before))) return;
      const kind = word('jobKinds', job.kind);
      if (job.state === 'completed') toast.good(t(job.dryRun ? 'jobs.dryRunDone' : 'jobs.done', { kind }));
      else if (job.state === 'failed') toast.bad(t('jobs.failed', { kind }));
      else toast.plain(t('jobs.cancelled', { kind }));
    });
  }, [tenantId, datasetId]);
}
