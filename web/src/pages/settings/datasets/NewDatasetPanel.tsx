import { ActionIcon, Autocomplete, Button, NativeSelect, Radio, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { createDataset, type NewDataset } from '@/api/queries/datasets';
import { checkKey, keyFor } from '@/model/properties/keys';
import { useGo } from '@/state/place';
import { t } from '@/texts';
import forms from '@/ui/forms/forms.module.css';
import { Refusal } from '@/ui/forms/Note';
import { Panel } from '@/ui/forms/Panel';
import { useAct } from '@/ui/forms/useAct';
import classes from './datasets.module.css';
import { knownTypes } from './types';

const valueTypes = ['text', 'number', 'date', 'boolean'] as const;
type ValueType = (typeof valueTypes)[number];
interface Row { name: string; key: string; type: ValueType; hasOwnKey: boolean }

const sample = (): Row[] => [
  { name: t('datasets.sampleId'), key: 'employeeID', type: 'text', hasOwnKey: false },
  { name: t('datasets.sampleName'), key: 'fullName', type: 'text', hasOwnKey: false },
  { name: t('datasets.sampleManager'), key: 'managerID', type: 'text', hasOwnKey: false },
];

/** A new dataset with its first properties: what identifies, what names, and what gives the tree. */
export function NewDatasetPanel({ tenantId, onClose }: { tenantId: string; onClose: () => void }) {
  const go = useGo();
  const [name, setName] = useState('');
  const [type, setType] = useState('PEOPLE');
  const [rows, setRows] = useState(sample);
  const [shape, setShape] = useState<'tree' | 'flat'>('tree');
  const [autoId, setAutoId] = useState('employeeID');
  const [labelId, setLabelId] = useState('fullName');
  const [parentId, setParentId] = useState('managerID');
  const keys = rows.map(row => row.key);
  const pick = (key: string, other: number) => (keys.includes(key) ? key : keys[other] ?? keys[0] ?? '');
  const problems = rows.map((row, i) => checkKey(row.key, keys.filter((_, j) => j < i)));
  const made = useAct(() => {
    const id = pick(autoId, 0);
    const body: NewDataset = {
      name: name.trim(), type: type.trim().toUpperCase(), autoId: id, labelId: pick(labelId, 1), properties: rows.map(row => ({ key: row.key, name: row.name, type: row.type })),
      ...(shape === 'tree' ? { treeId: id, treeParentId: pick(parentId, 2) } : {}),
    };
    return createDataset(tenantId, body);
  }, { stale: [['t', tenantId, 'datasets']], done: t('datasets.created', { name }), then: dataset => { onClose(); go.dataset(dataset.datasetId); }, ownErrors: true });
  const change = (i: number, next: Partial<Row>) => setRows(rows.map((row, j) => {
    if (i !== j) return row;
    const merged = { ...row, ...next };
    return next.name !== undefined && !row.hasOwnKey ? { ...merged, key: keyFor(next.name, keys.filter((_, k) => k !== i)) } : merged;
  }));
  const dirty = name !== '' || type !== 'PEOPLE' || shape !== 'tree' || JSON.stringify(rows) !== JSON.stringify(sample());
  const add = () => setRows([...rows, { name: '', key: keyFor('', keys), type: 'text', hasOwnKey: false }]);
  const roles = rows.map(row => ({ value: row.key, label: row.name || row.key }));
  return (
    <Panel title={t('datasets.new')} onClose={onClose} wide dirty={dirty && !made.isPending}>
      <form className={forms.form} onSubmit={event => { event.preventDefault(); if (problems.every(problem => !problem)) made.mutate(undefined); }}>
        <div className={forms.pair}>
          <TextInput label={t('datasets.name')} required withAsterisk={false} data-autofocus value={name} onChange={event => setName(event.currentTarget.value)} />
          <Autocomplete label={t('datasets.type')} required withAsterisk={false} data={knownTypes} value={type} onChange={value => setType(value.toUpperCase())} />
        </div>
        <fieldset>
          <legend className="mantine-like-label">{t('datasets.properties')}</legend>
          <p className="quiet" style={{ marginBottom: 8 }}>{t('datasets.propertiesText')}</p>
          <ul className={classes.rows}>
            {rows.map((row, i) => (
              <li key={i}>
                <TextInput aria-label={t('properties.name')} placeholder={t('properties.name')} value={row.name} onChange={event => change(i, { name: event.currentTarget.value })} />
                <TextInput aria-label={t('properties.key')} placeholder={t('properties.key')} value={row.key} error={problems[i] && t(`keyProblems.${problems[i]}`)} onChange={event => change(i, { key: event.currentTarget.value, hasOwnKey: true })} styles={{ input: { fontFamily: 'var(--mono)' } }} />
                <NativeSelect aria-label={t('properties.type')} value={row.type} onChange={event => change(i, { type: event.currentTarget.value as ValueType })} data={valueTypes.map(value => ({ value, label: t(`valueTypes.${value}`) }))} />
                <ActionIcon aria-label={t('properties.removeOne', { name: row.name || row.key })} disabled={rows.length < 2} onClick={() => setRows(rows.filter((_, j) => j !== i))}><IconTrash size={16} stroke={1.5} /></ActionIcon>
              </li>
            ))}
          </ul>
          <Button size="xs" variant="subtle" leftSection={<IconPlus size={14} stroke={1.5} />} onClick={add}>{t('properties.add')}</Button>
        </fieldset>
        <div className={forms.pair}>
          <NativeSelect label={t('datasets.autoId')} description={t('datasets.autoIdText')} value={pick(autoId, 0)} onChange={event => setAutoId(event.currentTarget.value)} data={roles} />
          <NativeSelect label={t('datasets.labelId')} description={t('datasets.labelIdText')} value={pick(labelId, 1)} onChange={event => setLabelId(event.currentTarget.value)} data={roles} />
        </div>
        <Radio.Group label={t('datasets.relationship')} value={shape} onChange={value => setShape(value as typeof shape)}>
          <div className={classes.radios}><Radio value="tree" label={t('datasets.tree')} /><Radio value="flat" label={t('datasets.flat')} /></div>
        </Radio.Group>
        {shape === 'tree' && <NativeSelect label={t('datasets.parentId')} description={t('datasets.parentIdText')} value={pick(parentId, 2)} onChange={event => setParentId(event.currentTarget.value)} data={roles} />}
        <Refusal error={made.error} />
        <div className={forms.acts}><Button variant="default" onClick={onClose}>{t('forms.cancel')}</Button><Button type="submit" loading={made.isPending}>{t('datasets.create')}</Button></div>
      </form>
    </Panel>
  );
}
