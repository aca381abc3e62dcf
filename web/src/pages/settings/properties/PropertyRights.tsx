import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Property } from '@/api/queries/datasets';
import { rightsQuery, saveRights, type Rights } from '@/api/queries/people';
import { t } from '@/texts';
import forms from '@/ui/forms/forms.module.css';
import { Refusal } from '@/ui/forms/Note';
import { useAct } from '@/ui/forms/useAct';
import { Answer } from '@/ui/states/Answer';

const defaults = ['inherit', 'update', 'read', 'hidden'] as const;
type Level = (typeof defaults)[number];
type Right = Exclude<Level, 'inherit'>;

/** Who may see and change this one property. */
export function PropertyRights({ tenantId, datasetId, property, mayModify }: { tenantId: string; datasetId: string; property: Property; mayModify: boolean }) {
  const rights = useQuery(rightsQuery(tenantId, datasetId));
  if (!mayModify) return <p>{t('propertyRights.notYours')}</p>;
  return <Answer of={rights}>{data => <Fields key={JSON.stringify(data)} tenantId={tenantId} datasetId={datasetId} property={property} rights={data} />}</Answer>;
}

function Fields({ tenantId, datasetId, property, rights }: { tenantId: string; datasetId: string; property: Property; rights: Rights }) {
  const rule = rights.properties?.find(one => one.key === property.key);
  const [level, setLevel] = useState<Level>(rule?.default ?? 'inherit');
  const [groups, setGroups] = useState(rule?.groups ?? {});
  const names = [...new Set([...(rights.grants ?? []).map(grant => grant.group), ...Object.keys(rule?.groups ?? {})])];
  const choose = (name: string, right: Right | '') => {
    const { [name]: _, ...others } = groups;
    setGroups(right === '' ? others : { ...others, [name]: right });
  };
  const save = useAct(() => {
    const others = (rights.properties ?? []).filter(one => one.key !== property.key);
    const isPlain = level === 'inherit' && Object.keys(groups).length === 0;
    return saveRights(tenantId, datasetId, { ...rights, properties: isPlain ? others : [...others, { key: property.key, default: level, groups }] });
  }, { stale: [['t', tenantId, 'dataset', datasetId]], done: t('forms.saved'), ownErrors: true });
  return (
    <div className={forms.form}>
      <NativeSelect label={t('propertyRights.default')} description={t('propertyRights.text')} value={level} onChange={event => setLevel(event.currentTarget.value as Level)} data={defaults.map(value => ({ value, label: t(`propertyLevels.${value}`) }))} />
      {names.map(name => (
        <NativeSelect key={name} label={t('propertyRights.group', { name })} value={groups[name] ?? ''}
          onChange={event => choose(name, event.currentTarget.value as Right | '')}
          data={[{ value: '', label: t('propertyRights.asDefault') }, ...(['update', 'read', 'hidden'] as const).map(value => ({ value, label: t(`propertyLevels.${value}`) }))]} />
      ))}
      <Refusal error={save.error} />
      <div className={forms.acts}><Button type="button" variant="default" loading={save.isPending} onClick={() => save.mutate(undefined)}>{t('propertyRights.save')}</Button></div>
    </div>
  );
}
