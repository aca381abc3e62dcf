import { Button, NativeSelect, Switch, Tabs, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type RefObject } from 'react';
import { ApiError } from '@/api/errors';
import { changeDataset, typePreviewQuery, type Dataset, type Property, type PropertyChange } from '@/api/queries/datasets';
import type { components } from '@/api/schema';
import { checkKey, keyFor } from '@/model/properties/keys';
import { count } from '@/model/time/format';
import { t } from '@/texts';
import forms from '@/ui/forms/forms.module.css';
import { Note, Refusal } from '@/ui/forms/Note';
import { Panel } from '@/ui/forms/Panel';
import { useAct } from '@/ui/forms/useAct';
import { useFields } from '@/ui/forms/useFields';
import { Answer } from '@/ui/states/Answer';
import { ExpressionField } from './ExpressionField';
import { LookupFields } from './LookupFields';
import { PropertyRights, usePropertyRights } from './PropertyRights';

const valueTypes = ['text', 'number', 'date', 'boolean'] as const;
const expressionModes = ['emptyCells', 'newNodes', 'allNodes', 'inherited'] as const;
const evaluationModes = ['none', 'preFilter', 'postFilter', 'onDemand', 'script'] as const;

interface Props {
  tenantId: string; dataset: Dataset; property: Property | undefined; mayModify: boolean; onClose: () => void;
  calculations: components['schemas']['CalculationReport'] | undefined;
}

/** The tab on which a field is. */
const tabOf = (field: string) => (/^(expression|evaluation|lookup)/.test(field) ? 'values' : 'property');

/** A property: what it is, where its values come from, and who may see it. One button saves all of it. */
export function PropertyPanel({ tenantId, dataset, property: opened, calculations, mayModify, onClose }: Props) {
  const property = dataset.properties.find(one => one.key === opened?.key) ?? opened;
  const others = dataset.properties.map(one => one.key).filter(key => key !== property?.key);
  const form = useFields<PropertyChange>(property ? pick(property) : blank);
  const { fields, set } = form;
  const rights = usePropertyRights(tenantId, dataset.datasetId, property, mayModify);
  const [hasOwnKey, setHasOwnKey] = useState(false);
  const [tab, setTab] = useState('property');
  const [isTried, setIsTried] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);
  const keyField = useRef<HTMLInputElement>(null);
  const noName = !fields.name?.trim();
  const changesType = property !== undefined && fields.type !== property.type;
  const isDirty = form.isDirty || rights.form.isDirty;
  const stale = [['t', tenantId, 'dataset', dataset.datasetId], ['t', tenantId, 'datasets']];
  const save = useAct(async () => {
    if (form.isDirty) await changeDataset(tenantId, dataset.datasetId, { properties: [property ? { ...form.changes, key: property.key } : withoutBlanks(fields)] });
    if (rights.form.isDirty) await rights.save();
  }, { stale, done: property ? t('forms.saved') : t('properties.added', { name: fields.name || fields.key }), then: onClose, ownErrors: true });
  // What was just added is no reason to call its key taken.
  const problem = property || save.isPending ? undefined : checkKey(fields.key, others);
  const said = save.error instanceof ApiError ? save.error.byField() : {};
  const saidOf = (field: string) => said[`properties[0].${field}`];
  const readers = calculations?.properties.filter(one => one.reads.includes(fields.key)).map(one => one.key) ?? [];
  const isCore = property?.isCore === true;
  const show = (next: string, field?: RefObject<HTMLInputElement | null>) => {
    setTab(next);
    // There is no field before its tab is there.
    setTimeout(() => field?.current?.focus());
  };
  const submit = () => {
    setIsTried(true);
    if (noName || problem) return show('property', noName ? nameField : keyField);
    if (property && !isDirty) return onClose();
    save.mutate(undefined, {
      onError: error => {
        const first = error instanceof ApiError ? Object.keys(error.byField()).find(field => field.startsWith('properties[0].')) : undefined;
        if (first) show(tabOf(first.slice('properties[0].'.length)));
      },
    });
  };
  return (
    <Panel wide title={property ? property.name : t('properties.add')} onClose={onClose} dirty={isDirty && !save.isPending}>
      <form noValidate onSubmit={event => { event.preventDefault(); submit(); }}>
        <fieldset disabled={!mayModify}>
          <legend className="unseen">{t('properties.one')}</legend>
          <Tabs value={tab} onChange={value => setTab(value ?? 'property')} keepMounted>
            <Tabs.List>
              <Tabs.Tab value="property">{t('properties.one')}</Tabs.Tab>
              <Tabs.Tab value="values">{t('properties.values')}</Tabs.Tab>
              {property && <Tabs.Tab value="rights">{t('properties.rights')}</Tabs.Tab>}
            </Tabs.List>
            <Tabs.Panel value="property" pt={16}>
              <div className={forms.form}>
                <div className={forms.pair}>
                  <TextInput ref={nameField} label={t('properties.name')} required withAsterisk={false} data-autofocus value={fields.name ?? ''} error={(isTried && noName && t('keyProblems.blank')) || saidOf('name')}
                    onChange={event => set({ name: event.currentTarget.value, ...(property || hasOwnKey ? {} : { key: keyFor(event.currentTarget.value, others) }) })} />
                  <TextInput ref={keyField} label={t('properties.key')} description={property ? t('properties.keyFixed') : t('properties.keyText')} readOnly={property !== undefined} value={fields.key} error={((hasOwnKey || isTried) && problem && t(`keyProblems.${problem}`)) || saidOf('key')}
                    onChange={event => { setHasOwnKey(true); set({ key: event.currentTarget.value }); }} styles={{ input: { fontFamily: 'var(--mono)' } }} />
                </div>
                <NativeSelect label={t('properties.type')} value={fields.type} disabled={isCore} error={saidOf('type')} onChange={event => set({ type: event.currentTarget.value as 'text' })} data={valueTypes.map(value => ({ value, label: t(`valueTypes.${value}`) }))} />
                {changesType && <TypeChange tenantId={tenantId} dataset={dataset} property={property} type={fields.type ?? 'text'} />}
                <Textarea label={t('properties.description')} autosize minRows={2} value={fields.description ?? ''} onChange={event => set({ description: event.currentTarget.value })} />
                <Switch label={t('properties.required')} description={t('properties.requiredText')} checked={fields.isRequired ?? false} onChange={event => set({ isRequired: event.currentTarget.checked })} />
                <TextInput label={t('properties.format')} description={t('properties.formatText')} value={fields.format ?? ''} onChange={event => set({ format: event.currentTarget.value })} />
                <TagsInput label={t('datasets.tags')} value={fields.tags ?? []} onChange={tags => set({ tags })} comboboxProps={{ disabled: true }} />
                <TagsInput label={t('properties.aliases')} description={t('properties.aliasesText')} value={fields.aliases ?? []} error={saidOf('aliases')} onChange={aliases => set({ aliases })} comboboxProps={{ disabled: true }} />
                {readers.length > 0 && <Note>{t('properties.readBy')} {readers.map((key, i) => <span key={key}>{i > 0 && ', '}<code>{key}</code></span>)}</Note>}
              </div>
            </Tabs.Panel>
            <Tabs.Panel value="values" pt={16}>
              <div className={forms.form}>
                <ExpressionField tenantId={tenantId} dataset={dataset} value={fields.expression ?? ''} onChange={expression => set({ expression })} error={saidOf('expression')} />
                {fields.expression && (
                  <div className={forms.pair}>
                    <NativeSelect label={t('properties.mode')} description={t(`expressionModeTexts.${fields.expressionMode ?? 'emptyCells'}`)} value={fields.expressionMode ?? 'emptyCells'} onChange={event => set({ expressionMode: event.currentTarget.value as 'emptyCells' })} data={expressionModes.map(value => ({ value, label: t(`expressionModes.${value}`) }))} />
                    <NativeSelect label={t('properties.evaluation')} description={t(`evaluationModeTexts.${fields.evaluationMode ?? 'preFilter'}`)} value={fields.evaluationMode ?? 'preFilter'} onChange={event => set({ evaluationMode: event.currentTarget.value as 'preFilter' })} data={evaluationModes.map(value => ({ value, label: t(`evaluationModes.${value}`) }))} />
                  </div>
                )}
                <LookupFields tenantId={tenantId} datasetId={dataset.datasetId} value={fields.lookup} onChange={lookup => set({ lookup })} />
              </div>
            </Tabs.Panel>
            {property && <Tabs.Panel value="rights" pt={16}><PropertyRights of={rights} mayModify={mayModify} /></Tabs.Panel>}
          </Tabs>
          <div className={forms.form} style={{ marginTop: 16 }}>
            <Refusal error={save.error} fields={['name', 'key', 'type', 'aliases', 'expression'].map(field => `properties[0].${field}`)} />
            {mayModify && <div className={forms.acts}><Button variant="default" onClick={onClose}>{t('forms.cancel')}</Button><Button type="submit" loading={save.isPending}>{property ? t('forms.save') : t('properties.add')}</Button></div>}
          </div>
        </fieldset>
      </form>
    </Panel>
  );
}

const blank: PropertyChange = { key: '', name: '', type: 'text', isRequired: false, description: '', tags: [], aliases: [] };

const pick = ({ key, name, type, isRequired, description, format, tags, aliases, expression, expressionMode, evaluationMode, lookup }: Property): PropertyChange =>
  ({ key, name, type: type as 'text', isRequired, description, format, tags, aliases, expression, expressionMode, evaluationMode, lookup: lookup as PropertyChange['lookup'] });

const withoutBlanks = (fields: PropertyChange): PropertyChange =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined && !(Array.isArray(value) && value.length === 0))) as PropertyChange;

/** How many values would come through a change of type. */
function TypeChange({ tenantId, dataset, property, type }: { tenantId: string; dataset: Dataset; property: Property; type: string }) {
  const preview = useQuery(typePreviewQuery(tenantId, dataset.datasetId, property.key, type));
  return (
    <Answer of={preview} rows={1}>
      {({ total, convert, fail, examples }) => (fail === 0
        ? <Note tone="good">{t('typePreview.good', { count: convert, n: count(convert) })}</Note>
        : (
          <Note tone="warn">
            <p>{t('typePreview.bad', { count: fail, n: count(fail), total: count(total) })}</p>
            <ul>{examples.slice(0, 5).map((one, i) => <li key={i}><code>{String(one.value)}</code> <span className="quiet">{String(one.label ?? '')}</span></li>)}</ul>
          </Note>
        ))}
    </Answer>
  );
}
