import { Autocomplete, NativeSelect, Radio, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { changeDataset, hierarchyPreviewQuery, type Dataset, type DatasetChange } from '@/api/queries/datasets';
import { count } from '@/model/time/format';
import { t } from '@/texts';
import forms from '@/ui/forms/forms.module.css';
import { Note, Refusal } from '@/ui/forms/Note';
import { SaveBar } from '@/ui/forms/SaveBar';
import { useAct } from '@/ui/forms/useAct';
import { useFields } from '@/ui/forms/useFields';
import { Card, Figures } from '@/ui/Page';
import { Answer } from '@/ui/states/Answer';
import classes from './datasets.module.css';
import { knownTypes } from './types';

interface Fields { name: string; type: string; tags: string[]; autoId: string; labelId: string; isTree: boolean; treeId: string; treeParentId: string }

const fieldsOf = (dataset: Dataset): Fields => ({
  name: dataset.name, type: dataset.type, tags: dataset.tags ?? [], autoId: dataset.autoId ?? '', labelId: dataset.labelId ?? '',
  isTree: Boolean(dataset.treeParentId), treeId: dataset.treeId ?? dataset.autoId ?? '', treeParentId: dataset.treeParentId ?? '',
});

/** Only what differs is sent. */
function changeOf(from: Fields, to: Fields): DatasetChange {
  const change: DatasetChange = {};
  for (const key of ['name', 'type', 'autoId', 'labelId'] as const) if (from[key] !== to[key]) change[key] = to[key];
  if (from.tags.join('\n') !== to.tags.join('\n')) change.tags = to.tags.length ? to.tags : null;
  if (from.isTree !== to.isTree || (to.isTree && (from.treeId !== to.treeId || from.treeParentId !== to.treeParentId))) {
    change.treeId = to.isTree ? to.treeId : null;
    change.treeParentId = to.isTree ? to.treeParentId : null;
  }
  return change;
}

/** What a dataset is called and how its tree is built; a change of the tree shows first what it would make. */
export function Identity({ tenantId, dataset, mayModify }: { tenantId: string; dataset: Dataset; mayModify: boolean }) {
  const kept = fieldsOf(dataset);
  const form = useFields(kept);
  const { fields, set } = form;
  const change = changeOf(kept, fields);
  const dirty = Object.keys(change).length > 0;
  const isLinks = dataset.type === 'LINKS';
  const save = useAct(() => changeDataset(tenantId, dataset.datasetId, change), { stale: [['t', tenantId, 'dataset', dataset.datasetId], ['t', tenantId, 'datasets']], done: t('forms.saved'), then: form.reset, ownErrors: true });
  const keys = dataset.properties.map(property => ({ value: property.key, label: property.name === property.key ? property.key : `${property.name} (${property.key})` }));
  const blank = { value: '', label: t('datasets.choose') };
  const changesTree = 'treeParentId' in change;
  const ready = !fields.isTree || (fields.treeId !== '' && fields.treeParentId !== '');
  return (
    <form onSubmit={event => { event.preventDefault(); if (ready) save.mutate(undefined); }}>
      <fieldset disabled={!mayModify} className={classes.columns}>
        <legend className="unseen">{t('datasets.definition')}</legend>
        <div className={classes.wide}>
          <Card title={t('datasets.identity')} pad>
            <div className={forms.form}>
              <TextInput label={t('datasets.name')} required withAsterisk={false} value={fields.name} onChange={event => set({ name: event.currentTarget.value })} />
              <Autocomplete label={t('datasets.type')} data={knownTypes} value={fields.type} disabled={isLinks} onChange={value => set({ type: value.toUpperCase() })} />
              <TagsInput label={t('datasets.tags')} description={t('datasets.tagsText')} value={fields.tags} onChange={tags => set({ tags })} comboboxProps={{ disabled: true }} placeholder={fields.tags.length ? undefined : t('forms.tagHint')} />
            </div>
          </Card>
          <Card title={t('datasets.hierarchy')} pad>
            <div className={forms.form}>
              <div className={forms.pair}>
                <NativeSelect label={t('datasets.autoId')} value={fields.autoId} disabled={isLinks} onChange={event => set({ autoId: event.currentTarget.value })} data={fields.autoId ? keys : [blank, ...keys]} />
                <NativeSelect label={t('datasets.labelId')} value={fields.labelId} disabled={isLinks} onChange={event => set({ labelId: event.currentTarget.value })} data={fields.labelId ? keys : [blank, ...keys]} />
              </div>
              <Radio.Group label={t('datasets.relationship')} value={fields.isTree ? 'tree' : 'flat'} onChange={value => set({ isTree: value === 'tree', treeId: fields.treeId || fields.autoId })}>
                <div className={classes.radios}><Radio value="tree" label={t('datasets.tree')} disabled={isLinks} /><Radio value="flat" label={t('datasets.flat')} /></div>
              </Radio.Group>
              {fields.isTree && (
                <div className={forms.pair}>
                  <NativeSelect label={t('datasets.treeId')} value={fields.treeId} onChange={event => set({ treeId: event.currentTarget.value })} data={keys} />
                  <NativeSelect label={t('datasets.parentId')} value={fields.treeParentId} error={ready ? undefined : t('datasets.chooseParent')} onChange={event => set({ treeParentId: event.currentTarget.value })} data={[blank, ...keys]} />
                </div>
              )}
            </div>
          </Card>
        </div>
        {changesTree && ready && <Preview tenantId={tenantId} dataset={dataset} treeId={fields.isTree ? fields.treeId : null} parentId={fields.isTree ? fields.treeParentId : null} />}
        <Refusal error={save.error} />
        {mayModify && <SaveBar dirty={dirty} pending={save.isPending} disabled={!ready} onReset={form.reset} />}
      </fieldset>
    </form>
  );
}

/** The tree as it would be. */
function Preview({ tenantId, dataset, treeId, parentId }: { tenantId: string; dataset: Dataset; treeId: string | null; parentId: string | null }) {
  const preview = useQuery({ ...hierarchyPreviewQuery(tenantId, dataset.datasetId, treeId ?? '', parentId ?? ''), enabled: treeId !== null && parentId !== null });
  if (parentId === null) return <Note>{t('hierarchy.flat')}</Note>;
  const bad = (value: number) => (value > 0 ? 'warn' : undefined);
  return (
    <Card title={t('hierarchy.title')} pad>
      <Answer of={preview} rows={2}>
        {tree => (
          <>
            <Figures of={[
              [t('hierarchy.items'), count(tree.items)], [t('hierarchy.roots'), count(tree.roots), bad(tree.roots > 1 ? tree.roots - 1 : 0)], [t('hierarchy.orphans'), count(tree.orphans), bad(tree.orphans)], [t('hierarchy.cycles'), count(tree.cycles), tree.cycles > 0 ? 'bad' : undefined],
              [t('hierarchy.duplicates'), count(tree.duplicateIds), bad(tree.duplicateIds)], [t('hierarchy.depth'), count(tree.depth)], [t('hierarchy.span'), count(tree.largestSpan)],
            ]} />
            <div className={classes.examples}>
              {(['orphans', 'cycles', 'duplicateIds'] as const).map(kind => {
                const some = tree.examples[kind] ?? [];
                return some.length > 0 && <div key={kind}><h3>{t(`hierarchyExamples.${kind}`)}</h3><ul>{some.slice(0, 5).map((one, i) => <li key={i}>{String(one.label ?? one._id ?? '')} <span className="quiet">{String(one.parent ?? '')}</span></li>)}</ul></div>;
              })}
            </div>
          </>
        )}
      </Answer>
    </Card>
  );
}
