import { Button, NativeSelect } from '@mantine/core';
import { IconLoader2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { datasetsQuery } from '@/api/queries/datasets';
import { cancelJob, jobQuery, jobsQuery, type Job, type JobState } from '@/api/queries/operations';
import { isEnded } from '@/model/jobs/tray';
import { datasetPath, listPages } from '@/model/settings/pages';
import { count, exact, lasting } from '@/model/time/format';
import { useGo } from '@/state/place';
import { t, word } from '@/texts';
import { CopyLine } from '@/ui/forms/Copy';
import { Note, Tag } from '@/ui/forms/Note';
import { Panel } from '@/ui/forms/Panel';
import { useAct } from '@/ui/forms/useAct';
import { Card, Facts, Page } from '@/ui/Page';
import { SettingsLink } from '@/ui/SettingsLink';
import { jobTone } from '@/ui/shell/jobTone';
import { Answer } from '@/ui/states/Answer';
import { Empty } from '@/ui/states/Empty';
import { DataTable, type Column } from '@/ui/table/DataTable';
import { When } from '@/ui/When';

const route = getRouteApi('/frame/app/configui');
const states = ['created', 'running', 'completed', 'failed', 'cancelled'] as const;
const spent = (job: Job) => (job.startedAt ? (job.endedAt ? Date.parse(job.endedAt) : Date.now()) - Date.parse(job.startedAt) : undefined);
const StateTag = ({ job }: { job: Job }) => <Tag tone={jobTone(job.state)}>{job.cancelling && !isEnded(job) ? t('jobs.cancelling') : word('jobStates', job.state)}</Tag>;

/** What the server did and does for this tenant. */
export default function JobsPage({ tenantId }: { tenantId: string }) {
  const [state, setState] = useState<JobState | ''>('');
  const { of: open } = route.useSearch();
  const go = useGo();
  const jobs = useQuery(jobsQuery(tenantId, { limit: 200, ...(state ? { state: [state] } : {}) }));
  const datasets = useQuery(datasetsQuery(tenantId));
  const nameOf = (id: string | undefined) => datasets.data?.find(one => one.datasetId === id)?.name ?? id ?? '';
  const columns: Column<Job>[] = [
    { key: 'kind', head: t('jobs.kind'), value: job => word('jobKinds', job.kind), cell: job => <>{word('jobKinds', job.kind)}{job.dryRun && <> <Tag>{t('jobs.dryRun')}</Tag></>}</> },
    { key: 'state', head: t('tokens.state'), value: job => job.state, cell: job => <StateTag job={job} />, tight: true },
    { key: 'dataset', head: t('shell.dataset'), value: job => nameOf(job.datasetId), hide: 'small' },
    { key: 'rows', head: t('jobs.rowsHead'), value: job => job.progress?.rowsRead, cell: job => (job.progress ? count(job.progress.rowsRead) : ''), align: 'end', hide: 'small' },
    { key: 'time', head: t('jobs.duration'), value: job => spent(job), cell: job => { const ms = spent(job); return ms === undefined ? '' : lasting(ms); }, align: 'end' },
    { key: 'by', head: t('activity.by'), value: job => job.createdBy, hide: 'medium' },
    { key: 'at', head: t('tokens.when'), value: job => job.createdAt, cell: job => <When at={job.createdAt} />, tight: true },
    { key: 'errors', head: t('jobs.errorsHead'), value: job => job.errors ?? 0, cell: job => (job.errors ? <Tag tone="bad">{count(job.errors)}</Tag> : ''), align: 'end', hide: 'medium' },
  ];
  return (
    <Page title={t('pages.jobs')} lead={t('jobs.lead')}>
      <Card>
        <Answer of={jobs} what={t('jobs.listFailed')}>
          {page => (
            <DataTable label={t('pages.jobs')} rows={page.items} rowKey={job => job.jobId} columns={columns} onOpen={job => go.job(job.jobId)} csv="jobs" initialSort={{ key: 'at', descending: true }}
              filters={<NativeSelect aria-label={t('tokens.state')} value={state} onChange={event => setState(event.currentTarget.value as JobState)} data={[{ value: '', label: t('jobs.anyState') }, ...states.map(value => ({ value, label: t(`jobStates.${value}`) }))]} />}
              empty={<Empty icon={<IconLoader2 size={20} stroke={1.5} />} title={t('jobs.none')}>{t('jobs.noneText')}</Empty>} />
          )}
        </Answer>
      </Card>
      {open && <JobPanel tenantId={tenantId} jobId={open} nameOf={nameOf} onClose={() => go.settings(listPages.jobs.path)} />}
    </Page>
  );
}

function JobPanel({ tenantId, jobId, nameOf, onClose }: { tenantId: string; jobId: string; nameOf: (id: string | undefined) => string; onClose: () => void }) {
  const job = useQuery(jobQuery(tenantId, jobId));
  const cancel = useAct(() => cancelJob(tenantId, jobId), { stale: [['t', tenantId, 'jobs'], ['t', tenantId, 'job', jobId]] });
  return (
    <Panel wide title={t('jobs.one')} onClose={onClose}>
      <Answer of={job}>
        {one => (
          <div style={{ display: 'grid', gap: 16 }}>
            <Facts of={[
              [t('jobs.kind'), word('jobKinds', one.kind)], [t('tokens.state'), <StateTag job={one} />],
              one.datasetId !== undefined && [t('shell.dataset'), <SettingsLink page={datasetPath(one.datasetId)}>{nameOf(one.datasetId)}</SettingsLink>],
              one.progress && [t('jobs.rowsHead'), `${count(one.progress.rowsRead)} · ${Math.round(one.progress.percent)} %`],
              [t('activity.by'), one.createdBy], [t('jobs.created'), exact(one.createdAt)],
              one.startedAt !== undefined && [t('jobs.started'), exact(one.startedAt)], one.endedAt !== undefined && [t('jobs.ended'), `${exact(one.endedAt)} (${lasting(spent(one) ?? 0)})`],
              [t('jobs.id'), <CopyLine value={one.jobId} label={t('jobs.copyId')} />],
              one.traceId !== undefined && [t('jobs.trace'), <CopyLine value={one.traceId} label={t('jobs.copyTrace')} />],
              one.result && [t('jobs.result'), <a href={one.result.url} download>{t('jobs.download')}</a>],
            ]} />
            {(one.causes ?? []).map(cause => <Note key={cause.code} tone="bad"><strong>{t('jobs.cause', { count: cause.count, n: count(cause.count) })}</strong> {cause.message} <span className="quiet">{cause.code} {cause.name}</span></Note>)}
            {!isEnded(one) && <div><Button variant="default" color="bad" disabled={one.cancelling} loading={cancel.isPending} onClick={() => cancel.mutate(undefined)}>{t('jobs.cancel')}</Button></div>}
          </div>
        )}
      </Answer>
    </Panel>
  );
}
