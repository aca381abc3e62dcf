import { Button } from '@mantine/core';
import { IconEyeShare, IconPlus } from '@tabler/icons-react';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { datasetsQuery, type DatasetSummary } from '@/api/queries/datasets';
import { usersQuery } from '@/api/queries/people';
import { viewsQuery, type View } from '@/api/queries/views';
import { usePageKeys } from '@/state/keys';
import { isAdmin, usePlace } from '@/state/place';
import { t } from '@/texts';
import { FilterWords } from '@/ui/filter/FilterWords';
import { CopyButton } from '@/ui/forms/Copy';
import { Tags } from '@/ui/forms/Note';
import { later } from '@/ui/later';
import { Card, Page } from '@/ui/Page';
import { Answer } from '@/ui/states/Answer';
import { Empty } from '@/ui/states/Empty';
import { Failed } from '@/ui/states/Failed';
import { Loading } from '@/ui/states/Loading';
import { DataTable, type Column } from '@/ui/table/DataTable';
import { When } from '@/ui/When';

const ViewPanel = later(async () => (await import('./ViewPanel')).ViewPanel);

interface Row { view: View; dataset: DatasetSummary }

/** The live, read-only parts of the datasets that one may manage. */
export default function ViewsPage({ tenantId }: { tenantId: string }) {
  const datasets = useQuery(datasetsQuery(tenantId));
  return (
    <Answer of={datasets} what={t('datasets.failed')} isPage>
      {rows => <Views tenantId={tenantId} datasets={rows.filter(row => !row.isPermissionedView)} />}
    </Answer>
  );
}

function Views({ tenantId, datasets }: { tenantId: string; datasets: DatasetSummary[] }) {
  const { tenant, email } = usePlace();
  const [open, setOpen] = useState<Row | 'new'>();
  const admin = isAdmin(tenant);
  const users = useQuery({ ...usersQuery(tenantId), enabled: admin });
  const mine = datasets.filter(one => admin || one.owner === email || one.level === 'manage');
  const lists = useQueries({ queries: mine.filter(one => one.views !== 0).map(one => viewsQuery(tenantId, one.datasetId)) });
  const failed = lists.find(list => list.isError && list.data === undefined);
  const views = lists.flatMap(list => list.data ?? []);
  const rows = views.flatMap(view => { const dataset = mine.find(one => one.datasetId === view.datasetId); return dataset ? [{ view, dataset }] : []; });
  const groups = [...new Set(['user', ...(users.data ?? []).flatMap(one => one.groups), ...views.flatMap(view => view.grants.map(grant => grant.group))])];
  const begin = () => setOpen('new');
  usePageKeys(mine.length > 0 ? [{ key: 'n', name: t('views.new'), run: begin }] : []);
  const add = mine.length > 0 && <Button leftSection={<IconPlus size={16} stroke={1.5} />} onClick={begin}>{t('views.new')}</Button>;
  const close = () => setOpen(undefined);
  return (
    <Page title={t('pages.views')} lead={t('views.lead')} acts={add}>
      <Card>
        {failed ? <Failed error={failed.error} what={t('views.failed')} retry={() => lists.forEach(list => void list.refetch())} />
          : lists.some(list => list.data === undefined) ? <Loading />
            : <DataTable label={t('pages.views')} rows={rows} rowKey={row => row.view.viewId} columns={columns()} onOpen={setOpen} csv="views" initialSort={{ key: 'name', descending: false }}
              empty={<Empty icon={<IconEyeShare size={20} stroke={1.5} />} title={t('views.empty')}>{mine.length > 0 ? t('views.emptyText') : t('views.noneText')}</Empty>} />}
      </Card>
      {open && <ViewPanel tenantId={tenantId} datasets={mine} groups={groups} view={open === 'new' ? undefined : open.view} onClose={close} />}
    </Page>
  );
}

const columns = (): Column<Row>[] => [
  { key: 'name', head: t('views.name'), value: ({ view }) => view.name },
  { key: 'dataset', head: t('shell.dataset'), value: ({ dataset }) => dataset.name, hide: 'small' },
  { key: 'rows', head: t('views.rows'), value: ({ view }) => JSON.stringify(view.filter ?? {}), cell: ({ view }) => <FilterWords filter={view.filter} /> },
  {
    key: 'hidden', head: t('views.hidden'), value: ({ view, dataset }) => (view.properties ? dataset.properties - view.properties.length : 0), hide: 'medium',
    cell: ({ view, dataset }) => (view.properties ? t('views.hiddenOf', { hidden: Math.max(0, dataset.properties - view.properties.length), all: dataset.properties }) : <span className="quiet">{t('views.noneHidden')}</span>),
  },
  { key: 'ghosts', head: t('views.ghosts'), value: ({ view }) => (view.ghosts ?? []).join(' '), cell: ({ view }) => (view.ghosts ? <Tags values={view.ghosts} /> : <span className="quiet">{t('views.noGhosts')}</span>), hide: 'wide' },
  { key: 'who', head: t('views.who'), value: ({ view }) => view.grants.map(grant => grant.group).join(' '), cell: ({ view }) => (view.grants.length > 0 ? <Tags values={view.grants.map(grant => grant.group)} /> : <span className="quiet">{t('views.nobody')}</span>) },
  { key: 'modified', head: t('datasets.modified'), value: ({ view }) => view.modifiedAt, cell: ({ view }) => <When at={view.modifiedAt} />, hide: 'medium', tight: true },
  { key: 'id', head: t('views.id'), isQuiet: true, tight: true, cell: ({ view }) => <CopyButton value={view.viewId} label={t('views.copyIdOf', { name: view.name })} /> },
];
