import { Button } from '@mantine/core';
import { IconArchive, IconDatabase, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { archiveDataset, datasetsQuery, restoreDataset, unarchiveDataset, type DatasetStateWord, type DatasetSummary } from '@/api/queries/datasets';
import { homePage } from '@/model/settings/pages';
import { count, day } from '@/model/time/format';
import { usePageKeys } from '@/state/keys';
import { useGo, usePlace } from '@/state/place';
import { t } from '@/texts';
import { Choice } from '@/ui/forms/Choice';
import { Tags } from '@/ui/forms/Note';
import { useAct } from '@/ui/forms/useAct';
import { later } from '@/ui/later';
import { Card, Page } from '@/ui/Page';
import { Answer } from '@/ui/states/Answer';
import { Empty } from '@/ui/states/Empty';
import { DataTable, Sub, type Column } from '@/ui/table/DataTable';
import { TypeChip } from '@/ui/TypeChip';
import { When } from '@/ui/When';

const NewDatasetPanel = later(async () => (await import('./NewDatasetPanel')).NewDatasetPanel);

const route = getRouteApi('/frame/app/configui');
const states = ['active', 'archived', 'deleted'] as const;
const icons = { active: IconDatabase, archived: IconArchive, deleted: IconTrash };

export default function DatasetsPage({ tenantId }: { tenantId: string }) {
  const { tenant } = usePlace();
  const search = route.useSearch();
  const navigate = useNavigate();
  const state = states.find(one => one === search.state) ?? 'active';
  const setState = (next: DatasetStateWord) => void navigate({ to: '/app/configui', search: { tenantId, page: homePage, ...(next === 'active' ? {} : { state: next }) } });
  const [isNew, setIsNew] = useState(false);
  const datasets = useQuery(datasetsQuery(tenantId, state));
  const mayCreate = tenant?.features.includes('createDatasets') === true;
  usePageKeys(mayCreate ? [{ key: 'n', name: t('datasets.new'), run: () => setIsNew(true) }] : []);
  const add = mayCreate && <Button leftSection={<IconPlus size={16} stroke={1.5} />} onClick={() => setIsNew(true)}>{t('datasets.new')}</Button>;
  return (
    <Page title={t('pages.datasets')} acts={add}>
      <Card>
        <Answer of={datasets} what={t('datasets.failed')}>
          {rows => <List tenantId={tenantId} state={state} rows={rows} filters={(
            <Choice label={t('datasets.states')} value={state} onChange={setState} data={states.map(value => ({ value, label: t(`datasetStates.${value}`) }))} />
          )} />}
        </Answer>
      </Card>
      {isNew && <NewDatasetPanel tenantId={tenantId} onClose={() => setIsNew(false)} />}
    </Page>
  );
}

function List({ tenantId, state, rows, filters }: { tenantId: string; state: DatasetStateWord; rows: DatasetSummary[]; filters: React.ReactNode }) {
  const go = useGo();
  const { tenant } = usePlace();
  const stale = [['t', tenantId, 'datasets'], ['t', tenantId, 'dataset']];
  const archive = useAct((ids: string[]) => Promise.all(ids.map(id => archiveDataset(tenantId, id))), { stale, done: (_, ids) => t('datasets.archivedMany', { count: ids.length }) });
  const unarchive = useAct((id: string) => unarchiveDataset(tenantId, id), { stale, done: t('datasets.unarchived') });
  const restore = useAct((row: DatasetSummary) => restoreDataset(tenantId, row.datasetId), { stale, done: (_, row) => t(row.archivedAt ? 'datasets.restoredArchived' : 'datasets.restored') });
  const small = (label: string, run: () => void) => <Button size="xs" variant="default" onClick={run}>{label}</Button>;
  const columns: Column<DatasetSummary>[] = [
    { key: 'name', head: t('datasets.name'), value: row => row.name, cell: row => <>{row.name}{row.isPermissionedView && <Sub>{t('datasets.view')}</Sub>}</> },
    { key: 'type', head: t('datasets.type'), value: row => row.type, cell: row => <TypeChip type={row.type} />, hide: 'small' },
    { key: 'items', head: t('datasets.items'), value: row => row.items, cell: row => (row.items === undefined ? '–' : count(row.items)), align: 'end' },
    { key: 'properties', head: t('datasets.properties'), value: row => row.properties, align: 'end', hide: 'wide' },
    { key: 'drafts', head: t('datasets.drafts'), value: row => row.drafts ?? 0, align: 'end', hide: 'wide' },
    { key: 'owner', head: t('datasets.owner'), value: row => row.owner, hide: 'medium' },
    { key: 'level', head: t('datasets.myLevel'), value: row => row.level, cell: row => t(`levels.${row.level}`), hide: 'wide' },
    { key: 'tags', head: t('datasets.tags'), value: row => row.tags.join(' '), cell: row => <Tags values={row.tags} />, hide: 'medium' },
    state === 'active' ? { key: 'modified', head: t('datasets.modified'), value: row => row.modifiedAt, cell: row => <><When at={row.modifiedAt} /><Sub>{row.modifiedBy}</Sub></>, hide: 'small' }
      : state === 'archived' ? { key: 'archived', head: t('datasets.archivedAt'), value: row => row.archivedAt, cell: row => <When at={row.archivedAt} /> }
        : { key: 'deleted', head: t('datasets.deletedAt'), value: row => row.deletedAt, cell: row => <><When at={row.deletedAt} /><Sub>{row.restorableUntil && t('datasets.restorable', { day: day(row.restorableUntil) })}</Sub></> },
    ...(state === 'archived' ? [{ key: 'acts', head: t('table.acts'), isQuiet: true, tight: true, cell: (row: DatasetSummary) => small(t('datasets.unarchive'), () => unarchive.mutate(row.datasetId)) }] : []),
    ...(state === 'deleted' ? [{ key: 'acts', head: t('table.acts'), isQuiet: true, tight: true, cell: (row: DatasetSummary) => small(t('datasets.restore'), () => restore.mutate(row)) }] : []),
  ];
  const Icon = icons[state];
  const mayCreate = tenant?.features.includes('createDatasets');
  return (
    <DataTable label={t('pages.datasets')} rows={rows} rowKey={row => row.datasetId} columns={columns} filters={filters} csv="datasets" initialSort={{ key: 'name', descending: false }}
      onOpen={state === 'deleted' ? undefined : row => go.dataset(row.datasetId)}
      acts={state === 'active' ? (chosen, clear) => <Button size="xs" variant="default" loading={archive.isPending} onClick={() => archive.mutate(chosen.map(row => row.datasetId), { onSuccess: clear })}>{t('datasets.archive')}</Button> : undefined}
      empty={<Empty icon={<Icon size={20} stroke={1.5} />} title={t(`datasetsEmpty.${state}`)}>{state === 'active' ? (mayCreate ? t('datasets.emptyText') : t('datasets.emptyReader')) : state === 'deleted' ? t('datasets.deletedText') : t('datasets.archivedText')}</Empty>} />
  );
}
