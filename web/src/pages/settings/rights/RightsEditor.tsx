import { ActionIcon, Autocomplete, Button, NativeSelect, TagsInput, Textarea } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DatasetSummary } from '@/api/queries/datasets';
import { rightsQuery, saveRights, type Rights } from '@/api/queries/people';
import { propertiesPath } from '@/model/settings/pages';
import { t } from '@/texts';
import forms from '@/ui/forms/forms.module.css';
import { Note, Refusal, Tag } from '@/ui/forms/Note';
import { SaveBar } from '@/ui/forms/SaveBar';
import { useAct } from '@/ui/forms/useAct';
import { Card } from '@/ui/Page';
import { SettingsLink } from '@/ui/SettingsLink';
import { Answer } from '@/ui/states/Answer';
import classes from './rights.module.css';

const levels = ['read', 'update', 'modify', 'manage'] as const;
const rowLevels = ['read', 'update', 'delete'] as const;
interface Row { groups: string[]; filter: string; level: (typeof rowLevels)[number] }
interface Props { tenantId: string; dataset: DatasetSummary; people: string[]; groups: string[] }

export function RightsEditor(props: Props) {
  const rights = useQuery(rightsQuery(props.tenantId, props.dataset.datasetId));
  return <Answer of={rights}>{data => <Editor key={JSON.stringify(data)} {...props} rights={data} />}</Answer>;
}

const parsed = (text: string): Record<string, never> | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return value && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, never>) : undefined;
  } catch {
    return undefined;
  }
};

function Editor({ tenantId, dataset, people, groups, rights }: Props & { rights: Rights }) {
  const [owner, setOwner] = useState(rights.owner ?? '');
  const [grants, setGrants] = useState(rights.grants ?? []);
  const [rows, setRows] = useState<Row[]>((rights.rows ?? []).map(row => ({ groups: row.groups, filter: JSON.stringify(row.filter), level: row.level })));
  const names = [...new Set(['user', ...groups, ...grants.map(grant => grant.group)])];
  const now: Rights = { ...rights, owner, grants: grants.filter(grant => grant.group.trim() !== ''), rows: rows.map(row => ({ groups: row.groups, filter: parsed(row.filter) ?? {}, level: row.level })) };
  const dirty = JSON.stringify([now.owner, now.grants, now.rows]) !== JSON.stringify([rights.owner ?? '', rights.grants ?? [], rights.rows ?? []]);
  const isWrong = rows.some(row => !parsed(row.filter) || row.groups.length === 0);
  const save = useAct(() => saveRights(tenantId, dataset.datasetId, now), { stale: [['t', tenantId, 'dataset', dataset.datasetId], ['t', tenantId, 'datasets']], done: t('forms.saved'), ownErrors: true });
  const twice = (group: string, i: number) => grants.some((grant, j) => j < i && grant.group === group);
  return (
    <form className={forms.form} onSubmit={event => { event.preventDefault(); if (!isWrong) save.mutate(undefined); }}>
      <Card title={t('rights.groups')} acts={<Button size="xs" variant="default" leftSection={<IconPlus size={14} stroke={1.5} />} onClick={() => setGrants([...grants, { group: '', level: 'read' }])}>{t('rights.addGroup')}</Button>} pad>
        <div className={forms.form}>
          <Autocomplete label={t('datasets.owner')} description={t('rights.ownerText')} data={people} value={owner} onChange={setOwner} style={{ maxWidth: 420 }} />
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
          <ul className={classes.rules}>{(rights.properties ?? []).map(rule => <li key={rule.key}><code>{rule.key}</code> <Tag>{t(`propertyLevels.${rule.default ?? 'inherit'}`)}</Tag> {Object.entries(rule.groups ?? {}).map(([group, level]) => <Tag key={group} tone="accent">{group}: {level}</Tag>)}</li>)}</ul>
        )}
      </Card>
      <Card title={t('rights.rowRules')} pad acts={<Button size="xs" variant="default" leftSection={<IconPlus size={14} stroke={1.5} />} onClick={() => setRows([...rows, { groups: [], filter: '{}', level: 'read' }])}>{t('rights.addRow')}</Button>}>
        <p className="quiet" style={{ marginBottom: 12 }}>{t('rights.rowsText')}</p>
        <ul className={classes.rowRules}>
          {rows.map((row, i) => {
            const set = (next: Partial<Row>) => setRows(rows.map((one, j) => (i === j ? { ...one, ...next } : one)));
            return (
              <li key={i}>
                <TagsInput label={t('users.groups')} data={names} value={row.groups} onChange={value => set({ groups: value })} acceptValueOnBlur error={row.groups.length === 0 ? t('rights.needsGroup') : undefined} />
                <Textarea label={t('rights.filter')} autosize minRows={1} value={row.filter} onChange={event => set({ filter: event.currentTarget.value })} error={parsed(row.filter) ? undefined : t('rights.noJson')} spellCheck={false} styles={{ input: { fontFamily: 'var(--mono)', fontSize: 12 } }} />
                <NativeSelect label={t('rights.may')} value={row.level} onChange={event => set({ level: event.currentTarget.value as 'read' })} data={rowLevels.map(value => ({ value, label: t(`rowLevels.${value}`) }))} />
                <ActionIcon aria-label={t('rights.removeRow')} onClick={() => setRows(rows.filter((_, j) => j !== i))}><IconTrash size={16} stroke={1.5} /></ActionIcon>
              </li>
            );
          })}
        </ul>
      </Card>
      <Refusal error={save.error} />
      <SaveBar dirty={dirty} pending={save.isPending} disabled={isWrong} onReset={() => { setOwner(rights.owner ?? ''); setGrants(rights.grants ?? []); setRows((rights.rows ?? []).map(row => ({ groups: row.groups, filter: JSON.stringify(row.filter), level: row.level }))); }} />
    </form>
  );
}
