import { Button, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ApiError } from '@/api/errors';
import type { DatasetSummary } from '@/api/queries/datasets';
import { applyDraft, changeDraft, clearDraft, deleteDraft, type Draft } from '@/api/queries/drafts';
import { count, exact } from '@/model/time/format';
import { t } from '@/texts';
import { Confirm } from '@/ui/forms/Confirm';
import { CopyLine } from '@/ui/forms/Copy';
import forms from '@/ui/forms/forms.module.css';
import { Refusal } from '@/ui/forms/Note';
import { Panel } from '@/ui/forms/Panel';
import { useAct } from '@/ui/forms/useAct';
import { useFields } from '@/ui/forms/useFields';
import { Facts } from '@/ui/Page';

interface Props { tenantId: string; draft: Draft; dataset: DatasetSummary | undefined; onClose: () => void }
type Act = 'apply' | 'clear' | 'delete';

/** A draft's name and what can be done with all of it. */
export function DraftPanel({ tenantId, draft, dataset, onClose }: Props) {
  const form = useFields({ name: draft.name, description: draft.description ?? '', tags: draft.tags });
  const { name, description, tags } = form.fields;
  const [asks, setAsks] = useState<Act>();
  const stale = [['t', tenantId, 'drafts'], ['t', tenantId, 'datasets'], ['t', tenantId, 'dataset', draft.datasetId]];
  const save = useAct(() => changeDraft(tenantId, draft.draftId, {
    ...('name' in form.changes ? { name: name.trim() } : {}), ...('description' in form.changes ? { description: description.trim() || null } : {}), ...('tags' in form.changes ? { tags: tags.length > 0 ? tags : null } : {}),
  }), { stale, done: t('forms.saved'), then: onClose, ownErrors: true });
  const act = useAct(async (what: Act) => {
    if (what === 'apply') await applyDraft(tenantId, draft);
    else if (what === 'clear') await clearDraft(tenantId, draft.draftId);
    else await deleteDraft(tenantId, draft.draftId);
  }, { stale, done: (_, what) => t(`draftsDone.${what}`, { name: draft.name }), then: onClose, ownErrors: true });
  const said = save.error instanceof ApiError ? save.error.byField() : {};
  const isEmpty = draft.changedItems === 0;
  const numbers = { count: draft.changedItems, items: count(draft.changedItems), name: draft.name, dataset: dataset?.name ?? '' };
  const mayApply = dataset !== undefined && dataset.level !== 'read';
  return (
    <Panel title={draft.name} onClose={onClose} dirty={form.isDirty && !save.isPending && !act.isPending}>
      <form className={forms.form} onSubmit={event => { event.preventDefault(); save.mutate(undefined); }}>
        <TextInput label={t('drafts.name')} required withAsterisk={false} data-autofocus value={name} error={said['name']} onChange={event => form.set({ name: event.currentTarget.value })} />
        <Textarea label={t('drafts.description')} autosize minRows={2} value={description} error={said['description']} onChange={event => form.set({ description: event.currentTarget.value })} />
        <TagsInput label={t('datasets.tags')} value={tags} error={said['tags']} onChange={value => form.set({ tags: value })} acceptValueOnBlur comboboxProps={{ disabled: true }} placeholder={tags.length ? undefined : t('forms.tagHint')} />
        <Refusal error={save.error} fields={['name', 'description', 'tags']} />
        <div className={forms.acts}><Button variant="default" onClick={onClose}>{t('forms.cancel')}</Button><Button type="submit" loading={save.isPending} disabled={!form.isDirty || name.trim() === ''}>{t('forms.save')}</Button></div>
      </form>
      <section style={{ marginTop: 24 }}>
        <Facts of={[
          [t('shell.dataset'), dataset?.name ?? draft.datasetId],
          [t('datasets.owner'), draft.createdBy],
          [t('drafts.changed'), count(draft.changedItems)],
          [t('datasets.createdAt'), exact(draft.createdAt)],
          [t('drafts.id'), <CopyLine value={draft.draftId} label={t('drafts.copyId')} />],
        ]} />
      </section>
      <section style={{ marginTop: 24, display: 'grid', gap: 8, justifyItems: 'start' }}>
        <h2>{t('drafts.all')}</h2>
        <div className={forms.tags} style={{ gap: 8 }}>
          {mayApply && <Button variant="default" size="xs" disabled={isEmpty} onClick={() => setAsks('apply')}>{t('drafts.apply')}</Button>}
          <Button variant="default" size="xs" disabled={isEmpty} onClick={() => setAsks('clear')}>{t('drafts.clear')}</Button>
          <Button variant="default" size="xs" color="bad" onClick={() => setAsks('delete')}>{t('drafts.delete')}</Button>
        </div>
      </section>
      {asks && (
        <Confirm title={t(`draftsAsk.${asks}`, numbers)} act={t(`drafts.${asks}`)} typed={asks === 'apply' || isEmpty ? undefined : draft.name} isDangerous={asks !== 'apply'} isPending={act.isPending} error={act.error}
          onConfirm={() => act.mutate(asks)} onClose={() => { act.reset(); setAsks(undefined); }}><p>{t(`draftsText.${asks}`, numbers)}</p></Confirm>
      )}
    </Panel>
  );
}
