import { IconTags } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { datasetsQuery } from '@/api/queries/datasets';
import { count } from '@/model/time/format';
import { t } from '@/texts';
import { Card, Page } from '@/ui/Page';
import { Answer } from '@/ui/states/Answer';
import { Empty } from '@/ui/states/Empty';
import { DataTable, type Column } from '@/ui/table/DataTable';
import { TypeChip } from '@/ui/TypeChip';
import { knownTypes } from './types';

interface Row { type: string; datasets: number; items: number; isKnown: boolean }

const columns = (): Column<Row>[] => [
  { key: 'type', head: t('datasets.type'), value: row => row.type, cell: row => <TypeChip type={row.type} /> },
  { key: 'datasets', head: t('pages.datasets'), value: row => row.datasets, align: 'end' },
  { key: 'items', head: t('datasets.items'), value: row => row.items, cell: row => count(row.items), align: 'end' },
  { key: 'kind', head: t('types.kind'), value: row => (row.isKnown ? t('types.standard') : t('types.own')) },
];

/** The types of the datasets that the person sees. A type comes with its first dataset. */
export default function TypesPage({ tenantId }: { tenantId: string }) {
  const datasets = useQuery(datasetsQuery(tenantId));
  return (
    <Page title={t('pages.types')} lead={t('types.lead')}>
      <Card>
        <Answer of={datasets}>
          {rows => {
            const names = [...new Set([...knownTypes, 'LINKS', ...rows.map(row => row.type)])];
            const list = names.map(type => {
              const some = rows.filter(row => row.type === type);
              return { type, datasets: some.length, items: some.reduce((sum, row) => sum + (row.items ?? 0), 0), isKnown: type === 'LINKS' || knownTypes.includes(type) };
            });
            return <DataTable label={t('pages.types')} rows={list} rowKey={row => row.type} columns={columns()} csv="types" empty={<Empty icon={<IconTags size={20} stroke={1.5} />} title={t('pages.types')} />} initialSort={{ key: 'datasets', descending: true }} />;
          }}
        </Answer>
      </Card>
    </Page>
  );
}
