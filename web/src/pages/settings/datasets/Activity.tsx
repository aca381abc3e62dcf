import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { transactionsQuery } from '@/api/queries/datasets';
import type { components } from '@/api/schema';
import { count } from '@/model/time/format';
import { t, word } from '@/texts';
import { Card } from '@/ui/Page';
import { Answer } from '@/ui/states/Answer';
import { Empty } from '@/ui/states/Empty';
import { DataTable, type Column } from '@/ui/table/DataTable';
import { When } from '@/ui/When';

type Entry = components['schemas']['TransactionEntry'];

const columns = (): Column<Entry>[] => [
  { key: 'at', head: t('tokens.when'), value: entry => entry.at, cell: entry => <When at={entry.at} />, tight: true },
  { key: 'by', head: t('activity.by'), value: entry => entry.by },
  { key: 'channel', head: t('activity.channel'), value: entry => entry.channel, cell: entry => word('channels', entry.channel), hide: 'small' },
  { key: 'created', head: t('activity.created'), value: entry => entry.counts.created, cell: entry => count(entry.counts.created), align: 'end' },
  { key: 'updated', head: t('activity.updated'), value: entry => entry.counts.updated, cell: entry => count(entry.counts.updated), align: 'end' },
  { key: 'deleted', head: t('activity.deleted'), value: entry => entry.counts.deleted, cell: entry => count(entry.counts.deleted), align: 'end' },
  { key: 'what', head: t('activity.definition'), value: entry => (entry.changesDefinition ? t('activity.changed') : ''), hide: 'small' },
];

/** The last transactions of a dataset. */
export function Activity({ tenantId, datasetId }: { tenantId: string; datasetId: string }) {
  const transactions = useQuery(transactionsQuery(tenantId, datasetId));
  return (
    <Card title={t('activity.title')}>
      <Answer of={transactions} rows={3}>
        {entries => <DataTable label={t('activity.title')} rows={entries} rowKey={entry => entry.transactionId} columns={columns()} noSearch empty={<Empty icon={<IconHistory size={20} stroke={1.5} />} title={t('activity.empty')} />} />}
      </Answer>
    </Card>
  );
}
