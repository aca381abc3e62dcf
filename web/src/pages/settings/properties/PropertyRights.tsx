import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Property } from '@/api/queries/datasets';
import { changeRights, rightsQuery, type Rights } from '@/api/queries/people';
import { t } from '@/texts';
import forms from '@/ui/forms/forms.module.css';
import { useFields } from '@/ui/forms/useFields';
import { Answer } from '@/ui/states/Answer';

const defaults = ['inherit', 'update', 'read', 'hidden'] as const;
type Level = (typeof defaults)[number];
type Right = Exclude<Level, 'inherit'>;
interface Fields { level: Level; groups: { name: string; right: Right }[] }

const ruleOf = (rights: Rights | undefined, key: string) => rights?.properties?.find(one => one.key === key);
const fieldsOf = (rights: Rights | undefined, key: string): Fields => {
  const rule = ruleOf(rights, key);
  return { level: rule?.default ?? 'inherit', groups: Object.entries(rule?.groups ?? {}).map(([name, right]) => ({ name, right })) };
};

/** The rights without or with the rule of a property. */
function withRule(rights: Rights, key: string, { level, groups }: Fields): Rights {
  const others = (rights.properties ?? []).filter(one => one.key !== key);
  const isPlain = level === 'inherit' && groups.length === 0;
  return { ...rights, properties: isPlain ? others : [...others, { key, default: level, groups: Object.fromEntries(groups.map(({ name, right }) => [name, right])) }] };
}

/** The permissions of one property, which are saved together with it. */
export function usePropertyRights(tenantId: string, datasetId: string, property: Property | undefined, mayModify: boolean) {
  const query = useQuery({ ...rightsQuery(tenantId, datasetId), enabled: mayModify && property !== undefined });
  const key = property?.key ?? '';
  const form = useFields(fieldsOf(query.data, key), { groups: one => one.name });
  return { query, form, key, save: () => changeRights(tenantId, datasetId, fresh => withRule(fresh, key, form.onto(fieldsOf(fresh, key)))) };
}

/** Who may see and change this one property. */
export function PropertyRights({ of: { query, form, key }, mayModify }: { of: ReturnType<typeof usePropertyRights>; mayModify: boolean }) {
  if (!mayModify) return <p>{t('propertyRights.notYours')}</p>;
  const { level, groups } = form.fields;
  const choose = (name: string, right: Right | '') => form.set({ groups: [...groups.filter(one => one.name !== name), ...(right ? [{ name, right }] : [])] });
  return (
    <Answer of={query}>
      {rights => (
        <div className={forms.form}>
          <NativeSelect label={t('propertyRights.default')} description={t('propertyRights.text')} value={level} onChange={event => form.set({ level: event.currentTarget.value as Level })} data={defaults.map(value => ({ value, label: t(`propertyLevels.${value}`) }))} />
          {[...new Set([...(rights.grants ?? []).map(grant => grant.group), ...Object.keys(ruleOf(rights, key)?.groups ?? {})])].map(name => (
            <NativeSelect key={name} label={t('propertyRights.group', { name })} value={groups.find(one => one.name === name)?.right ?? ''}
              onChange={event => choose(name, event.currentTarget.value as Right | '')}
              data={[{ value: '', label: t('propertyRights.asDefault') }, ...(['update', 'read', 'hidden'] as const).map(value => ({ value, label: t(`propertyLevels.${value}`) }))]} />
          ))}
        </div>
      )}
    </Answer>
  );
}
