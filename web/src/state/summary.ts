import { useQuery } from '@tanstack/react-query';
import { datasetsQuery, type DatasetSummary } from '@/api/queries/datasets';

/** A dataset as the lists have it, with one's level and its state: of those in use, or else of the archived ones. */
export function useSummary(tenantId: string, datasetId: string): DatasetSummary | undefined {
  const active = useQuery(datasetsQuery(tenantId)).data;
  const found = active?.find(one => one.datasetId === datasetId);
  const archived = useQuery({ ...datasetsQuery(tenantId, 'archived'), enabled: active !== undefined && !found }).data;
  return found ?? archived?.find(one => one.datasetId === datasetId);
}
