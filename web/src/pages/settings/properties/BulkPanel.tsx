import { Button, TagsInput, TextInput } from '@mantine/core';
import type { QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import type { Property, PropertyChange } from '@/api/queries/datasets';
import { t } from '@/texts';
import forms from '@/ui/forms/forms.module.css';
import { Refusal } from '@/ui/forms/Note';
import { Panel } from '@/ui/forms/Panel';
import { useAct } from '@/ui/forms/useAct';

interface Props { tenantId: string; properties: Property[]; save: (changes: PropertyChange[]) => Promise<unknown>; stale: QueryKey[]; onClose: () => void }

/** Tags and format of several properties at once. */
export function BulkPanel({ properties, save, stale, onClose }: Props) {
  const [add, setAdd] = useState<string[]>([]);
  const [remove, setRemove] = useState<string[]>([]);
  const [format, setFormat] = useState('');
  const all = [...new Set(properties.flatMap(property => property.tags ?? []))];
  const dirty = add.length > 0 || remove.length > 0 || format !== '';
  const act = useAct(() => save(properties.map(property => ({
    key: property.key, tags: [...new Set([...(property.tags ?? []), ...add])].filter(tag => !remove.includes(tag)), ...(format ? { format } : {}),
  }))), { stale, done: t('properties.changedMany', { count: properties.length }), then: onClose, ownErrors: true });
  return (
    <Panel title={t('properties.many', { count: properties.length })} onClose={onClose} dirty={dirty && !act.isPending}>
      <form className={forms.form} onSubmit={event => { event.preventDefault(); act.mutate(undefined); }}>
        <p className="quiet">{properties.map(property => property.name).join(', ')}</p>
        <TagsInput label={t('properties.addTags')} value={add} onChange={setAdd} comboboxProps={{ disabled: true }} data-autofocus />
        <TagsInput label={t('properties.removeTags')} value={remove} onChange={setRemove} data={all} description={all.length ? all.join(', ') : t('properties.noTags')} comboboxProps={{ disabled: true }} />
        <TextInput label={t('properties.format')} description={t('properties.formatKeep')} value={format} onChange={event => setFormat(event.currentTarget.value)} />
        <Refusal error={act.error} />
        <div className={forms.acts}><Button variant="default" onClick={onClose}>{t('forms.cancel')}</Button><Button type="submit" loading={act.isPending} disabled={!dirty}>{t('forms.save')}</Button></div>
      </form>
    </Panel>
  );
}
