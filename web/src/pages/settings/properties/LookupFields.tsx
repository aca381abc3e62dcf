import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { datasetsQuery, type PropertyChange } from '@/api/queries/datasets';
import { t } from '@/texts';

type Lookup = PropertyChange['lookup'];
const modes = ['none', 'auto', 'dataset', 'expression'] as const;

/** The list that editors choose a value from. */
export function LookupFields({ tenantId, datasetId, value, onChange }: { tenantId: string; datasetId: string; value: Lookup; onChange: (value: Lookup) => void }) {
  const datasets = useQuery(datasetsQuery(tenantId));
  const mode = value?.mode ?? 'none';
  const set = (next: Partial<NonNullable<Lookup>>) => onChange({ ...value, mode, ...next });
  return (
    <>
      <NativeSelect label={t('lookup.mode')} description={t('lookup.text')} value={mode} onChange={event => set({ mode: event.currentTarget.value as typeof mode })} data={[...modes, ...(mode === 'master' ? ['master' as const] : [])].map(one => ({ value: one, label: t(`lookupModes.${one}`) }))} />
      {mode === 'dataset' && <NativeSelect label={t('lookup.dataset')} value={value?.datasetId ?? ''} onChange={event => set({ datasetId: event.currentTarget.value })} data={[{ value: '', label: t('datasets.choose') }, ...(datasets.data ?? []).filter(one => one.datasetId !== datasetId).map(one => ({ value: one.datasetId, label: one.name }))]} />}
      {mode === 'expression' && <TextInput label={t('lookup.expression')} value={value?.expression ?? ''} onChange={event => set({ expression: event.currentTarget.value })} styles={{ input: { fontFamily: 'var(--mono)' } }} />}
      {mode !== 'none' && <Checkbox label={t('lookup.restrict')} checked={value?.restrict ?? false} onChange={event => set({ restrict: event.currentTarget.checked })} />}
      {mode !== 'none' && <Checkbox label={t('lookup.sort')} checked={value?.sort ?? false} onChange={event => set({ sort: event.currentTarget.checked })} />}
    </>
  );
}
