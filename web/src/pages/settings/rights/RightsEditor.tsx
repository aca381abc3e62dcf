import { ActionIcon, Autocomplete, Button, NativeSelect, TagsInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { datasetQuery, type DatasetSummary, type Property } from '@/api/queries/datasets';
import { changeRights, rightsQuery, type Rights } from '@/api/queries/people';
import type { Filter } from '@/model/filter/filter';
import { propertiesPath } from '@/model/settings/pages';
import { t } from '@/texts';
import { FilterField } from '@/ui/filter/FilterField';
import forms from '@/ui/forms/forms.module.css';
import { Note, Refusal } from '@/ui/forms/Note';
import { SaveBar } from '@/ui/forms/SaveBar';
import { useAct } from '@/ui/forms/useAct';
import { useFields } from '@/ui/forms/useFields';
import { Card } from '@/ui/Page';
import { SettingsLink } from '@/ui/SettingsLink';
import { Answer } from '@/ui/states/Answer';
import classes from './rights.module.css';
import { PropertyRule } from './RuleList';

const levels = ['read', 'update', 'modify', 'manage'] as const;
const rowLevels = ['read', 'update', 'delete'] as const;
interface Row { id: number; groups: string[]; initial: Filter; filter: Filter | undefined; level: (typeof rowLevels)[number] }
interface Props { tenantId: string; dataset: DatasetSummary; people: string[]; groups: string[]; onDirty: (dirty: boolean) => void }

let lastRow = 0;
const rowsOf = (rows: Rights['rows']): Row[] => (rows ?? []).map(({ groups, filter, level }) => ({ id: ++lastRow, groups, initial: filter, filter, level }));
const written = ({ groups, filter, level }: Row) => ({ groups, filter: { ...filter }, level });
interface Fields { owner: string; grants: NonNullable<Rights['grants']>; rows: Row[] }
const fieldsOf = (rights: Rights): Fields => ({ owner: rights.owner ?? '', grants: rights.grants ?? [], rows: rowsOf(rights.rows) });
const identities = { grants: (grant: Fields['grants'][number]) => grant.group, rows: (row: Row) => JSON.stringify(row.filter ? written(row) : row.id) };

export function RightsEditor(props: Props) {
  const rights = useQuery(rightsQuery(props.tenantId, props.dataset.datasetId));
  const dataset = useQuery(datasetQuery(props.tenantId, props.dataset.datasetId));
  return <Answer of={rights}>{data => <Editor {...props} rights={data} properties={dataset.data?.properties ?? []} />}</Answer>;
}

function Editor({ tenantId, dataset, people, groups, onDirty, rights, properties }: Props & { rights: Rights; properties: Property[] }) {
  // Rules have no ids of their own: they keep the ones that they get here for as long as the server's rules stay the same.
  const facts = JSON.stringify(rights.rows ?? []);
  const keptRows = useMemo(() => rowsOf(JSON.parse(facts) as Rights['rows']), [facts]);
  const form = useFields<Fields>({ ...fieldsOf(rights), rows: keptRows }, identities);
  const { owner, grants, rows } = form.fields;
  const names = [...new Set(['user', ...groups, ...grants.map(grant => grant.group)])];
  const isWrong = rows.some(row => row.filter === undefined || row.groups.length === 0);
  const setGrants = (next: Fields['grants']) => form.set({ grants: next });
  const setRows = (next: Row[]) => form.set({ rows: next });
  const save = useAct(() => changeRights(tenantId, dataset.datasetId, fresh => {
    const now = form.onto(fieldsOf(fresh));
    return { ...fresh, owner: now.owner, grants: now.grants.filter(grant => grant.group.trim() !== ''), rows: now.rows.map(written) };
  }), { stale: [['t', tenantId, 'dataset', dataset.datasetId], ['t', tenantId, 'datasets']], done: t('forms.saved'), then: form.reset, ownErrors: true });
  const dirty = form.isDirty;
  useEffect(() => {
    onDirty(dirty);
    return () => onDirty(false);
  }, [dirty, onDirty]);
  const twice = (group: string, i: number) => grants.some((grant, j) => j < i && grant.group === group);
  return (
    <form className={forms.form} onSubmit={event => { event.preventDefault(); if (!isWrong) save.mutate(undefined); }}>
      <Card title={t('rights.groups')} acts={<Button size="xs" variant="default" leftSection={<IconPlus size={14} stroke={1.5} />} onClick={() => setGrants([...grants, { group: '', level: 'read' }])}>{t('rights.addGroup')}</Button>} pad>
        <div className={forms.form}>
          <Autocomplete label={t('datasets.owner')} description={t('rights.ownerText')} data={people} value={owner} onChange={value => form.set({ owner: value })} style={{ maxWidth: 420 }} />
          {grants.length === 0 && <Note>{t('rights.closed')}</Note>}
          <ul className={classes.grants}>
            {grants.map((grant, i) => (
              <li key={i}>
                <Autocomplete aria-label={t('rights.group')} placeholder={t('rights.group')} data={names} value={grant.group} error={twice(grant.group, i) ? t('rights.twice') : undefined} onChange={group => setGrants(grants.map((one, j) => (i === j ? { ...one, group } : one)))} />
                <NativeSelect aria-label={t('rights.levelOf', { group: grant.group })} value={grant.level} onChange={event => { const level = event.currentTarget.value as 'read'; setGrants(grants.map((one, j) => (i === j ? { ...one, level } : one))); }} data={levels.map(value => ({ value, label: t(`levelTexts.${value}`) }))} />
                <ActionIcon aria-label={t('rights.remove', { group: grant.group })} onClick={() => setGrants(grants.filter((_, j) => j !== i))}><IconTrash size={16} stroke={1.5} /></ActionIcon>
              </li>
            ))}
          </ul>
        </div>
      </Card>
      <Card title={t('rights.properties')} pad acts={<SettingsLink page={propertiesPath(dataset.datasetId)}>{t('rights.openProperties')}</SettingsLink>}>
        {(rights.properties ?? []).length === 0 ? <p className="quiet">{t('rights.noProperties')}</p> : (
          <ul className={classes.rules}>{(rights.properties ?? []).map(rule => <PropertyRule key={rule.key} rule={rule} />)}</ul>
        )}
      </Card>
      <Card title={t('rights.rowRules')} pad acts={<Button size="xs" variant="default" leftSection={<IconPlus size={14} stroke={1.5} />} onClick={() => setRows([...rows, { id: ++lastRow, groups: [], initial: {}, filter: {}, level: 'read' }])}>{t('rights.addRow')}</Button>}>
        <p className="quiet">{t('rights.rowsText')}</p>
        <ul className={classes.rowRules}>
          {properties.length > 0 && rows.map(row => {
            const set = (next: Partial<Row>) => setRows(rows.map(one => (one.id === row.id ? { ...one, ...next } : one)));
            return (
              <li key={row.id}>
                <div className={classes.rowHead}>
                  <TagsInput label={t('users.groups')} data={names} value={row.groups} onChange={value => set({ groups: value })} acceptValueOnBlur error={row.groups.length === 0 ? t('rights.needsGroup') : undefined} />
                  <NativeSelect label={t('rights.may')} value={row.level} onChange={event => set({ level: event.currentTarget.value as 'read' })} data={rowLevels.map(value => ({ value, label: t(`rowLevels.${value}`) }))} />
                  <ActionIcon aria-label={t('rights.removeRow')} onClick={() => setRows(rows.filter(one => one.id !== row.id))}><IconTrash size={16} stroke={1.5} /></ActionIcon>
                </div>
                <FilterField label={t('rights.filter')} properties={properties} initial={row.initial} onChange={filter => set({ filter })} />
              </li>
            );
          })}
        </ul>
      </Card>
      <Refusal error={save.error} />
      <SaveBar dirty={dirty} pending={save.isPending} disabled={isWrong} onReset={form.reset} />
    </form>
  );
}
