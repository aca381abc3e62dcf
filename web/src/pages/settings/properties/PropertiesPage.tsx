import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconAsterisk, IconCornerDownRight, IconKey, IconLink, IconList, IconMathFunction, IconPlus, IconTag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { calculationsQuery, changeDataset, datasetQuery, orderProperties, type Dataset, type Property } from '@/api/queries/datasets';
import { queryClient } from '@/api/queryClient';
import { moved } from '@/model/lists/order';
import { datasetPath, homePage } from '@/model/settings/pages';
import { usePageKeys } from '@/state/keys';
import { isAdmin, usePlace } from '@/state/place';
import { useSummary } from '@/state/summary';
import { t } from '@/texts';
import { Note, Tag, Tags } from '@/ui/forms/Note';
import { useAct } from '@/ui/forms/useAct';
import { later } from '@/ui/later';
import { Card, Page } from '@/ui/Page';
import { SettingsLink } from '@/ui/SettingsLink';
import { Answer } from '@/ui/states/Answer';
import { Empty } from '@/ui/states/Empty';
import { DataTable, Sub, type Column } from '@/ui/table/DataTable';
import datasets from '../datasets/datasets.module.css';

const BulkPanel = later(async () => (await import('./BulkPanel')).BulkPanel);
const PropertyPanel = later(async () => (await import('./PropertyPanel')).PropertyPanel);

export default function PropertiesPage({ tenantId, datasetId }: { tenantId: string; datasetId: string }) {
  const dataset = useQuery(datasetQuery(tenantId, datasetId));
  return <Answer of={dataset} what={t('datasets.oneFailed')} rows={6} isPage>{data => <Properties tenantId={tenantId} dataset={data} />}</Answer>;
}

type Doing = { property: Property | undefined } | { many: Property[] } | undefined;

function Properties({ tenantId, dataset }: { tenantId: string; dataset: Dataset }) {
  const { tenant } = usePlace();
  const summary = useSummary(tenantId, dataset.datasetId);
  const calculations = useQuery(calculationsQuery(tenantId, dataset.datasetId)).data;
  const isArchived = summary?.state === 'archived';
  const mayModify = !dataset.isPermissionedView && !isArchived && (isAdmin(tenant) || summary?.level === 'modify' || summary?.level === 'manage');
  const [doing, setDoing] = useState<Doing>();
  const [said, setSaid] = useState('');
  const key = ['t', tenantId, 'dataset', dataset.datasetId];
  const order = useAct((keys: string[]) => orderProperties(tenantId, dataset.datasetId, keys), { stale: [key], repeats: true });
  usePageKeys(mayModify ? [{ key: 'n', name: t('properties.add'), run: () => setDoing({ property: undefined }) }] : []);
  const keys = dataset.properties.map(property => property.key);

  const move = (from: number, step: number) => {
    const next = moved(keys, from, from + step);
    if (next.join('\n') === keys.join('\n')) return;
    // The list moves at once; the server's answer comes after.
    queryClient.setQueryData(datasetQuery(tenantId, dataset.datasetId).queryKey, { ...dataset, properties: moved(dataset.properties, from, from + step) });
    setSaid(t('properties.movedTo', { name: dataset.properties[from]!.name, place: from + step + 1, all: keys.length }));
    order.mutate(next);
  };
  const press = (event: KeyboardEvent, property: Property) => {
    const step = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
    if (!step || !mayModify) return;
    event.preventDefault();
    move(keys.indexOf(property.key), step);
  };

  const errorsOf = (property: Property) => {
    const entry = calculations?.properties.find(one => one.key === property.key);
    const error = entry?.diagnostics.find(one => one.severity === 'error');
    return error?.message ?? (entry?.isCircular ? t('properties.circular') : undefined);
  };
  const columns: Column<Property>[] = [
    { key: 'name', head: t('properties.name'), value: property => property.name },
    { key: 'key', head: t('properties.key'), value: property => property.key, cell: property => <code>{property.key}</code> },
    { key: 'type', head: t('properties.type'), value: property => property.type, cell: property => t(`valueTypes.${property.type === 'string' ? 'text' : property.type as 'text'}`), hide: 'small' },
    { key: 'use', head: t('properties.use'), value: property => roles(property).map(role => role.name).join(' '), cell: property => <Roles of={property} /> },
    { key: 'expression', head: t('properties.expression'), value: property => property.expression, hide: 'medium', cell: property => property.expression && <><Sub><code>{property.expression}</code></Sub>{errorsOf(property) && <Tag tone="bad" title={errorsOf(property)}>{t('properties.broken')}</Tag>}</> },
    { key: 'tags', head: t('datasets.tags'), value: property => (property.tags ?? []).join(' '), cell: property => <Tags values={property.tags ?? []} />, hide: 'medium' },
    ...(mayModify ? [{
      key: 'order', head: t('properties.order'), isQuiet: true, tight: true, cell: (property: Property) => {
        const i = keys.indexOf(property.key);
        return (
          <span style={{ display: 'inline-flex' }}>
            <ActionIcon aria-label={t('properties.up', { name: property.name })} disabled={i === 0} onClick={() => move(i, -1)}><IconArrowUp size={16} stroke={1.5} /></ActionIcon>
            <ActionIcon aria-label={t('properties.down', { name: property.name })} disabled={i === keys.length - 1} onClick={() => move(i, 1)}><IconArrowDown size={16} stroke={1.5} /></ActionIcon>
          </span>
        );
      },
    }] : []),
  ];
  return (
    <Page title={t('properties.title')} above={<span className="quiet"><SettingsLink page={homePage} className={datasets.crumb}>{t('pages.datasets')}</SettingsLink> / <SettingsLink page={datasetPath(dataset.datasetId)} className={datasets.crumb}>{dataset.name}</SettingsLink></span>}
      lead={mayModify ? t('properties.lead') : t('properties.readOnly')} acts={mayModify && <Button leftSection={<IconPlus size={16} stroke={1.5} />} onClick={() => setDoing({ property: undefined })}>{t('properties.add')}</Button>}>
      <p className="unseen" role="status">{said}</p>
      {isArchived && <Note tone="warn">{t('datasets.archivedNote')}</Note>}
      <Card>
        <DataTable label={t('properties.title')} rows={dataset.properties} rowKey={property => property.key} columns={columns} csv={`${dataset.name}-properties`} onOpen={property => setDoing({ property })} onRowKey={press}
          acts={mayModify ? chosen => <Button size="xs" variant="default" onClick={() => setDoing({ many: chosen })}>{t('properties.editMany')}</Button> : undefined}
          empty={<Empty icon={<IconList size={20} stroke={1.5} />} title={t('properties.empty')} />} />
      </Card>
      {doing && 'property' in doing && <PropertyPanel tenantId={tenantId} dataset={dataset} property={doing.property} calculations={calculations} mayModify={mayModify} onClose={() => setDoing(undefined)} />}
      {doing && 'many' in doing && <BulkPanel tenantId={tenantId} properties={doing.many} save={changes => changeDataset(tenantId, dataset.datasetId, { properties: changes })} stale={[key]} onClose={() => setDoing(undefined)} />}
    </Page>
  );
}

const roles = (property: Property) => [
  property.isAutoId && { name: t('roleIcons.autoId'), Icon: IconKey }, property.isLabelId && { name: t('roleIcons.label'), Icon: IconTag },
  property.isTreeParentId && { name: t('roleIcons.parent'), Icon: IconCornerDownRight }, property.isRequired && { name: t('roleIcons.required'), Icon: IconAsterisk },
  property.expression && { name: t('roleIcons.expression'), Icon: IconMathFunction }, property.lookup && property.lookup.mode !== 'none' && { name: t('roleIcons.lookup'), Icon: IconList },
  property.isCore && { name: t('roleIcons.core'), Icon: IconLink },
].filter(role => typeof role === 'object');

function Roles({ of }: { of: Property }) {
  return (
    <span style={{ display: 'inline-flex', gap: 8, color: 'var(--ink-2)' }}>
      {roles(of).map(({ name, Icon }) => <Tooltip key={name} label={name}><span role="img" aria-label={name} style={{ display: 'inline-flex' }}><Icon size={16} stroke={1.5} aria-hidden /></span></Tooltip>)}
    </span>
  );
}
