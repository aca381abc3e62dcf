import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { IconLoader2, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { datasetsQuery } from '@/api/queries/datasets';
import { cancelJob } from '@/api/queries/operations';
import { isEnded, pace, type TrayJob } from '@/model/jobs/tray';
import { listPages } from '@/model/settings/pages';
import { count, lasting } from '@/model/time/format';
import { useTray } from '@/state/jobs';
import { usePlace } from '@/state/place';
import { t, word } from '@/texts';
import { Tag } from '../forms/Note';
import { useAct } from '../forms/useAct';
import { SettingsLink } from '../SettingsLink';
import { jobTone } from './jobTone';
import classes from './shell.module.css';

/** What the server is doing for this tenant. */
export function JobsTray() {
  const { tenantId, tenant } = usePlace();
  const tray = useTray();
  const [open, setOpen] = useState(false);
  const jobs = tray.tenantId === tenantId ? tray.jobs : [];
  const going = jobs.filter(job => !isEnded(job)).length;
  if (!tenant) return null;
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" offset={6} trapFocus returnFocus withinPortal={false}>
      <Popover.Target>
        <button type="button" className={classes.jobs} data-busy={going > 0 || undefined} data-expanded={open || undefined} aria-label={t('jobs.tray', { count: going })} onClick={() => setOpen(!open)}>
          <IconLoader2 size={16} stroke={1.5} aria-hidden /><span>{t('jobs.short', { count: going })}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('jobs.title')}>
        <div className={classes.tray}>
          <div className={classes.trayHead}><h2>{t('jobs.title')}</h2><SettingsLink page={listPages.jobs.path}>{t('jobs.all')}</SettingsLink></div>
          {jobs.length === 0 && <p className="quiet" style={{ padding: '16px 12px' }}>{t('jobs.none')}</p>}
          <ul aria-live="polite">{jobs.slice(0, 20).map(job => <Line key={job.jobId} job={job} tenantId={tenantId} />)}</ul>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function Line({ job, tenantId }: { job: TrayJob; tenantId: string }) {
  const { data: datasets } = useQuery(datasetsQuery(tenantId));
  const cancel = useAct(() => cancelJob(tenantId, job.jobId));
  const name = datasets?.find(dataset => dataset.datasetId === job.datasetId)?.name;
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
        <span className={classes.jobName}>{title}{name && <span className="quiet">{name}</span>}</span>
        <span className={classes.jobName}>
          <Tag tone={jobTone(job.state)}>{job.cancelling && !isEnded(job) ? t('jobs.cancelling') : word('jobStates', job.state)}</Tag>
          {!isEnded(job) && !job.cancelling && (
            <Tooltip label={t('jobs.cancel')}><ActionIcon aria-label={t('jobs.cancelOne', { kind: title })} loading={cancel.isPending} onClick={() => cancel.mutate(undefined)}><IconX size={16} stroke={1.5} /></ActionIcon></Tooltip>
          )}
        </span>
      </div>
      {!isEnded(job) && <progress max={100} value={job.progress?.percent ?? 0} aria-label={title} />}
      {facts.length > 0 && <span className={classes.quietLine}>{facts.join(' · ')}</span>}
    </li>
  );
}
