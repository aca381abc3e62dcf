import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconLink, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { createLinks, datasetsQuery, type DatasetSummary } from '@/api/queries/datasets';
import { count } from '@/model/time/format';
import { usePageKeys } from '@/state/keys';
import { useGo, usePlace } from '@/state/place';
import { t } from '@/texts';
import forms from '@/ui/forms/forms.module.css';
import { Note, Refusal } from '@/ui/forms/Note';
import { Panel } from '@/ui/forms/Panel';
import { useAct } from '@/ui/forms/useAct';
import { Card, Page } from '@/ui/Page';
import { Answer } from '@/ui/states/Answer';
import { Empty } from '@/ui/states/Empty';
import { DataTable, type Column } from '@/ui/table/DataTable';
import { When } from '@/ui/When';

const columns = (): Column<DatasetSummary>[] => [
  { key: 'name', head: t('datasets.name'), value: row => row.name },
  { key: 'items', head: t('links.count'), value: row => row.items, cell: row => (row.items === undefined ? '–' : count(row.items)), align: 'end' },
  { key: 'owner', head: t('datasets.owner'), value: row => row.owner, hide: 'small' },
  { key: 'modified', head: t('datasets.itemsModified'), value: row => row.itemsModifiedAt, cell: row => <When at={row.itemsModifiedAt} />, hide: 'small' },
];

/** Datasets that join the items of two others. */
export default function LinksPage({ tenantId }: { tenantId: string }) {
  const go = useGo();
  const { tenant } = usePlace();
  const datasets = useQuery(datasetsQuery(tenantId));
  const [isNew, setIsNew] = useState(false);
  const mayCreate = tenant?.features.includes('createDatasets') === true;
  usePageKeys(mayCreate ? [{ key: 'n', name: t('links.new'), run: () => setIsNew(true) }] : []);
  return (
    <Page title={t('pages.links')} lead={t('links.lead')} acts={mayCreate && <Button leftSection={<IconPlus size={16} stroke={1.5} />} onClick={() => setIsNew(true)}>{t('links.new')}</Button>}>
      <Card>
        <Answer of={datasets} what={t('datasets.failed')}>
          {rows => <DataTable label={t('pages.links')} rows={rows.filter(row => row.type === 'LINKS')} rowKey={row => row.datasetId} columns={columns()} onOpen={row => go.dataset(row.datasetId)} empty={<Empty icon={<IconLink size={20} stroke={1.5} />} title={t('links.empty')}>{t('links.emptyText')}</Empty>} />}
        </Answer>
      </Card>
      {isNew && <NewLinks tenantId={tenantId} datasets={(datasets.data ?? []).filter(one => one.type !== 'LINKS' && !one.isPermissionedView)} onClose={() => setIsNew(false)} />}
    </Page>
  );
}

function NewLinks({ tenantId, datasets, onClose }: { tenantId: string; datasets: DatasetSummary[]; onClose: () => void }) {
  const go = useGo();
  const [name, setName] = useState('');
  const [from, setFrom] = useState(datasets[0]?.datasetId ?? '');
  const [to, setTo] = useState('');
  const type = datasets.find(one => one.datasetId === from)?.type;
  const others = datasets.filter(one => one.type !== type);
  const end = others.find(one => one.datasetId === to)?.datasetId ?? others[0]?.datasetId ?? '';
  const make = useAct(() => createLinks(tenantId, { name: name.trim(), fromDatasetId: from, toDatasetId: end }), { stale: [['t', tenantId, 'datasets'], ['t', tenantId, 'dataset']], done: t('datasets.created', { name }), then: made => { onClose(); go.dataset(made.datasetId); }, ownErrors: true });
  const data = (some: DatasetSummary[]) => some.map(one => ({ value: one.datasetId, label: `${one.name} (${one.type})` }));
  return (
    <Panel title={t('links.new')} onClose={onClose} dirty={name !== '' && !make.isPending}>
      <form className={forms.form} onSubmit={event => { event.preventDefault(); make.mutate(undefined); }}>
        <TextInput label={t('datasets.name')} required withAsterisk={false} data-autofocus value={name} onChange={event => setName(event.currentTarget.value)} />
        <NativeSelect label={t('links.from')} value={from} onChange={event => setFrom(event.currentTarget.value)} data={data(datasets)} />
        <NativeSelect label={t('links.to')} description={t('links.toText')} value={end} onChange={event => setTo(event.currentTarget.value)} data={data(others)} disabled={others.length === 0} />
        {others.length === 0 && <Note tone="warn">{t('links.needsTwo')}</Note>}
        <Refusal error={make.error} />
        <div className={forms.acts}><Button variant="default" onClick={onClose}>{t('forms.cancel')}</Button><Button type="submit" disabled={!from || !end} loading={make.isPending}>{t('datasets.create')}</Button></div>
      </form>
    </Panel>
  );
}
