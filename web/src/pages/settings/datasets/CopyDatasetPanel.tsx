import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { copyDataset, type Dataset } from '@/api/queries/datasets';
import { useGo } from '@/state/place';
import { t } from '@/texts';
import { Dialog } from '@/ui/forms/Dialog';
import forms from '@/ui/forms/forms.module.css';
import { Refusal } from '@/ui/forms/Note';
import { useAct } from '@/ui/forms/useAct';

export function CopyDatasetPanel({ tenantId, dataset, mayCopyRights, onClose }: { tenantId: string; dataset: Dataset; mayCopyRights: boolean; onClose: () => void }) {
  const go = useGo();
  const [name, setName] = useState(t('datasets.copyName', { name: dataset.name }));
  const [items, setItems] = useState(true);
  const [rights, setRights] = useState(false);
  const copy = useAct(() => copyDataset(tenantId, dataset.datasetId, { name: name.trim(), items, rights }), {
    stale: [['t', tenantId, 'datasets']], done: made => t('datasets.copied', { name: made.name }), then: made => { onClose(); go.dataset(made.datasetId); }, ownErrors: true,
  });
  return (
    <Dialog onClose={onClose} title={t('datasets.copy')}>
      <form className={forms.form} onSubmit={event => { event.preventDefault(); copy.mutate(undefined); }}>
        <TextInput label={t('datasets.name')} data-autofocus required withAsterisk={false} value={name} onChange={event => setName(event.currentTarget.value)} />
        <Checkbox label={t('datasets.copyItems')} checked={items} onChange={event => setItems(event.currentTarget.checked)} />
        {mayCopyRights && <Checkbox label={t('datasets.copyRights')} checked={rights} onChange={event => setRights(event.currentTarget.checked)} />}
        <Refusal error={copy.error} />
        <div className={forms.acts}><Button variant="default" onClick={onClose}>{t('forms.cancel')}</Button><Button type="submit" loading={copy.isPending}>{t('datasets.copyAct')}</Button></div>
      </form>
    </Dialog>
  );
}
