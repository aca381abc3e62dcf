import { Button, MultiSelect, NativeSelect, Switch, TagsInput, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ApiError } from '@/api/errors';
import { datasetQuery, type Dataset, type DatasetSummary } from '@/api/queries/datasets';
import { changeView, createView, deleteView, viewPreviewQuery, type View } from '@/api/queries/views';
import type { Filter } from '@/model/filter/filter';
import { count } from '@/model/time/format';
import { t } from '@/texts';
import { FilterField } from '@/ui/filter/FilterField';
import { Confirm } from '@/ui/forms/Confirm';
import { CopyLine } from '@/ui/forms/Copy';
import forms from '@/ui/forms/forms.module.css';
import { Refusal } from '@/ui/forms/Note';
import { Panel } from '@/ui/forms/Panel';
import { useAct } from '@/ui/forms/useAct';
import { useFields } from '@/ui/forms/useFields';
import { Answer } from '@/ui/states/Answer';
import classes from './views.module.css';

interface Props { tenantId: string; datasets: readonly DatasetSummary[]; groups: readonly string[]; view: View | undefined; onClose: () => void }

interface ViewFields { name: string; filter: Filter | undefined; hidden: string[]; ghosts: string[] | undefined; who: string[] }

/** A view, new or changed: which rows, which columns, what of ancestors, and who. */
export function ViewPanel(props: Props) {
  const { tenantId, datasets, view, onClose } = props;
  const [chosen, setChosen] = useState(view?.datasetId ?? (datasets.length === 1 ? datasets[0]!.datasetId : ''));
  const [isDirty, setIsDirty] = useState(false);
  const dataset = useQuery({ ...datasetQuery(tenantId, chosen), enabled: chosen !== '' });
  return (
    <Panel wide title={view ? view.name : t('views.new')} onClose={onClose} dirty={isDirty}>
      <div className={forms.form}>
        {!view && <NativeSelect label={t('shell.dataset')} value={chosen} data-autofocus onChange={event => setChosen(event.currentTarget.value)} data={[...(chosen ? [] : [{ value: '', label: t('datasets.choose') }]), ...datasets.map(one => ({ value: one.datasetId, label: one.name }))]} />}
        {chosen !== '' && <Answer of={dataset} what={t('datasets.oneFailed')}>{data => <Fields key={data.datasetId} {...props} dataset={data} onDirty={setIsDirty} />}</Answer>}
      </div>
    </Panel>
  );
}

function Fields({ tenantId, groups, view, dataset, onClose, onDirty }: Props & { dataset: Dataset; onDirty: (dirty: boolean) => void }) {
  const { datasetId } = dataset;
  const keys = dataset.properties.map(property => property.key);
  const named = dataset.properties.map(property => ({ value: property.key, label: property.name }));
  const form = useFields<ViewFields>({
    name: view?.name ?? '', filter: view?.filter ?? {}, hidden: view?.properties ? keys.filter(key => !view.properties!.includes(key)) : [], ghosts: view?.ghosts, who: view?.grants.map(grant => grant.group) ?? [],
  });
  const { name, filter, hidden, ghosts, who } = form.fields;
  const [deleting, setDeleting] = useState(false);
  const isTree = Boolean(dataset.treeParentId);
  const stale = [['t', tenantId, 'dataset', datasetId, 'views'], ['t', tenantId, 'datasets']];
  const save = useAct(() => {
    const shown = hidden.length > 0 ? keys.filter(key => !hidden.includes(key)) : undefined;
    const rows = filter && Object.keys(filter).length > 0 ? filter : undefined;
    const grants = who.map(group => ({ group, level: 'read' as const }));
    const body = { name: name.trim(), grants, filter: rows, properties: shown, ghosts };
    const { changes } = form;
    return view ? changeView(tenantId, view.viewId, {
      ...('name' in changes ? { name: body.name } : {}), ...('who' in changes ? { grants } : {}), ...('filter' in changes ? { filter: rows ?? null } : {}),
      ...('hidden' in changes ? { properties: shown ?? null } : {}), ...('ghosts' in changes ? { ghosts: ghosts ?? null } : {}),
    }) : createView(tenantId, datasetId, body);
  }, { stale, done: view ? t('forms.saved') : t('views.made', { name }), then: onClose, ownErrors: true });
  const remove = useAct(() => deleteView(tenantId, view!.viewId), { stale, done: t('views.deleted', { name }), then: onClose, ownErrors: true });
  const isDirty = form.isDirty && !save.isPending && !remove.isPending;
  useEffect(() => onDirty(isDirty), [isDirty, onDirty]);
  const said = save.error instanceof ApiError ? save.error.byField() : {};
  const saidOf = (field: string) => Object.entries(said).find(([at]) => at === field || at.startsWith(`${field}.`) || at.startsWith(`${field}[`))?.[1];
  return (
    <form className={forms.form} onSubmit={event => { event.preventDefault(); if (view && !form.isDirty) onClose(); else if (filter) save.mutate(undefined); }}>
      <TextInput label={t('views.name')} required withAsterisk={false} autoFocus={view !== undefined} value={name} error={saidOf('name')} onChange={event => form.set({ name: event.currentTarget.value })} />
      <section className={classes.part}>
        <h3>{t('views.rows')}</h3>
        <FilterField label={t('rights.filter')} description={t('views.rowsText')} properties={dataset.properties} initial={view?.filter ?? {}} onChange={next => form.set({ filter: next })} error={saidOf('filter')} />
        <Count tenantId={tenantId} datasetId={datasetId} filter={filter} isTree={isTree} keepsGhosts={ghosts !== undefined} />
      </section>
      <section className={classes.part}>
        <h3>{t('views.columns')}</h3>
        <MultiSelect label={t('views.hidden')} description={hidden.length > 0 ? t('views.hiddenText') : t('views.allText')} searchable clearable data={named} value={hidden} onChange={value => form.set({ hidden: value })} error={saidOf('properties')} placeholder={hidden.length > 0 ? undefined : t('views.hiddenNone')} clearButtonProps={{ 'aria-label': t('table.clear') }} />
      </section>
      <section className={classes.part}>
        <h3>{t('views.ghosts')}</h3>
        {isTree ? (
          <>
            <Switch label={t('views.keepGhosts')} description={t('views.keepGhostsText')} checked={ghosts !== undefined} onChange={event => form.set({ ghosts: event.currentTarget.checked ? [dataset.labelId ?? ''].filter(Boolean) : undefined })} />
            {ghosts && <MultiSelect label={t('views.ghostsShow')} searchable data={named.filter(one => !hidden.includes(one.value))} value={ghosts} onChange={value => form.set({ ghosts: value })} error={saidOf('ghosts')} />}
          </>
        ) : <p className="quiet">{t('views.flat')}</p>}
      </section>
      <section className={classes.part}>
        <h3>{t('views.who')}</h3>
        <TagsInput label={t('users.groups')} description={who.length > 0 ? t('views.whoText') : t('views.nobodyText')} data={[...groups]} value={who} onChange={value => form.set({ who: value })} acceptValueOnBlur error={saidOf('grants')} />
      </section>
      {view && <div className={classes.id}><span className="quiet">{t('views.id')}</span><CopyLine value={view.viewId} label={t('views.copyId')} /><span className="quiet">{t('views.idText')}</span></div>}
      <Refusal error={save.error} fields={Object.keys(said).filter(field => /^(name|filter|properties|ghosts|grants)/.test(field))} />
      <div className={forms.acts}>
        {view && <Button variant="default" color="bad" className={classes.delete} onClick={() => setDeleting(true)}>{t('views.delete')}</Button>}
        <Button variant="default" onClick={onClose}>{t('forms.cancel')}</Button>
        <Button type="submit" loading={save.isPending} disabled={!filter || name.trim() === ''}>{view ? t('forms.save') : t('views.create')}</Button>
      </div>
      {deleting && <Confirm title={t('views.deleteTitle', { name })} act={t('views.delete')} typed={name} isPending={remove.isPending} error={remove.error} onConfirm={() => remove.mutate(undefined)} onClose={() => setDeleting(false)}><p>{t('views.deleteText', { count: who.length })}</p></Confirm>}
    </form>
  );
}

/** What the view would show now. */
function Count({ tenantId, datasetId, filter, isTree, keepsGhosts }: { tenantId: string; datasetId: string; filter: Filter | undefined; isTree: boolean; keepsGhosts: boolean }) {
  const [wanted] = useDebouncedValue(filter, 250);
  const preview = useQuery({ ...viewPreviewQuery(tenantId, datasetId, { ...wanted }), enabled: wanted !== undefined, placeholderData: last => last, retry: false });
  const counts = preview.data;
  return (
    <p role="status" className={classes.count}>
      {counts && <><strong>{t('views.counted', { count: counts.shown, shown: count(counts.shown), all: count(counts.items) })}</strong>{isTree && counts.ghosts > 0 && <span className="quiet"> · {t(keepsGhosts ? 'views.ghostsKept' : 'views.ghostsLost', { count: counts.ghosts, ghosts: count(counts.ghosts) })}</span>}</>}
    </p>
  );
}
