import { deleteDataset, restoreDataset, type Dataset } from '@/api/queries/datasets';
import { queryClient } from '@/api/queryClient';
import { count } from '@/model/time/format';
import { useGo } from '@/state/place';
import { t } from '@/texts';
import { Confirm } from '@/ui/forms/Confirm';
import { useAct } from '@/ui/forms/useAct';
import { toast } from '@/ui/toast';

/** Says how much goes. It can be brought back for a while, so nothing has to be typed. */
export function DeleteDatasetDialog({ tenantId, dataset, items, onClose }: { tenantId: string; dataset: Dataset; items: number | undefined; onClose: () => void }) {
  const go = useGo();
  const stale = { queryKey: ['t', tenantId, 'datasets'] };
  const restore = () => void restoreDataset(tenantId, dataset.datasetId).then(() => queryClient.invalidateQueries(stale), toast.failed);
  const remove = useAct(() => deleteDataset(tenantId, dataset.datasetId), {
    stale: [stale.queryKey], ownErrors: true,
    then: () => {
      go.settings();
      toast.good(t('datasets.deleted', { name: dataset.name }), restore);
    },
  });
  return (
    <Confirm title={t('datasets.deleteTitle', { name: dataset.name })} act={t('datasets.delete')} isPending={remove.isPending} error={remove.error} onConfirm={() => remove.mutate(undefined)} onClose={onClose}>
      <p>{items === undefined ? t('datasets.deleteSome') : t('datasets.deleteItems', { count: items, items: count(items), properties: dataset.properties.length })}</p>
      <p>{t('datasets.deleteBack')}</p>
    </Confirm>
  );
}
