import { ActionIcon, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { datasetsQuery } from '@/api/queries/datasets';
import { cancelJob, jobQuery } from '@/api/queries/operations';
import { isEnded, pace, type TrayJob } from '@/model/jobs/tray';
import { listPages } from '@/model/settings/pages';
import { count, lasting } from '@/model/time/format';
import { t, word } from '@/texts';
import { Tag } from '../forms/Note';
import { useAct } from '../forms/useAct';
import { SettingsLink } from '../SettingsLink';
import { jobTone } from './jobTone';
import classes from './shell.module.css';

interface Props { tenantId: string; onLeave: () => void }

/** The jobs of the tray, newest first. */
export function TrayList({ jobs, ...props }: Props & { jobs: readonly TrayJob[] }) {
  return <ul aria-live="polite">{jobs.slice(0, 20).map(job => <Line key={job.jobId} job={job} {...props} />)}</ul>;
}

function Line({ job, tenantId, onLeave }: Props & { job: TrayJob }) {
  const { data: datasets } = useQuery(datasetsQuery(tenantId));
  const cancel = useAct(() => cancelJob(tenantId, job.jobId));
  const name = datasets?.find(dataset => dataset.datasetId === job.datasetId)?.name;
  const failure = useQuery({ ...jobQuery(tenantId, job.jobId), enabled: job.state === 'failed' }).data?.causes?.[0];
  const { rowsPerSecond, left } = pace(job);
  const facts = [
    job.progress && job.progress.rowsRead > 0 && t('jobs.rows', { count: job.progress.rowsRead, rows: count(job.progress.rowsRead) }),
    rowsPerSecond && t('jobs.perSecond', { rows: count(rowsPerSecond) }),
    left !== undefined && t('jobs.left', { time: lasting(left) }),
    job.dryRun && t('jobs.dryRun'),
    job.errors ? t('jobs.errors', { count: job.errors }) : false,
  ].filter(Boolean);
  const title = word('jobKinds', job.kind);
  return (
    <li className={classes.job}>
      <div className={classes.jobLine}>
        <span className={classes.jobName}><SettingsLink page={listPages.jobs.path} of={job.jobId} onClick={onLeave}>{title}</SettingsLink>{name && <span className="quiet">{name}</span>}</span>
        <span className={classes.jobName}>
          <Tag tone={jobTone(job.state)}>{job.cancelling && !isEnded(job) ? t('jobs.cancelling') : word('jobStates', job.state)}</Tag>
          {!isEnded(job) && !job.cancelling && (
            <Tooltip label={t('jobs.cancel')}><ActionIcon aria-label={t('jobs.cancelOne', { kind: title })} loading={cancel.isPending} onClick={() => cancel.mutate(undefined)}><IconX size={16} stroke={1.5} /></ActionIcon></Tooltip>
          )}
        </span>
      </div>
      {!isEnded(job) && <progress max={100} value={job.progress?.percent ?? 0} aria-label={title} />}
      {failure && <span className={classes.quietLine}>{failure.message}</span>}
      {facts.length > 0 && <span className={classes.quietLine}>{facts.join(' · ')}</span>}
    </li>
  );
}
