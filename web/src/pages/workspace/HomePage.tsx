import { Button } from '@mantine/core';
import { IconBuildingCommunity, IconDatabase } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { datasetsQuery, type DatasetSummary } from '@/api/queries/datasets';
import { homePage } from '@/model/settings/pages';
import { count } from '@/model/time/format';
import { useGo, usePlace } from '@/state/place';
import { t } from '@/texts';
import { Card, Page } from '@/ui/Page';
import { SettingsLink } from '@/ui/SettingsLink';
import { Answer } from '@/ui/states/Answer';
import { Empty } from '@/ui/states/Empty';
import { DataTable, Sub, type Column } from '@/ui/table/DataTable';
import { TypeChip } from '@/ui/TypeChip';
import { When } from '@/ui/When';

const icon = { size: 20, stroke: 1.5 };

const columns = (): Column<DatasetSummary>[] => [
  { key: 'name', head: t('datasets.name'), value: row => row.name, cell: row => <>{row.name}{row.isPermissionedView && <Sub>{t('datasets.view')}</Sub>}</> },
  { key: 'type', head: t('datasets.type'), value: row => row.type, cell: row => <TypeChip type={row.type} />, hide: 'small' },
  { key: 'items', head: t('datasets.items'), value: row => row.items, cell: row => (row.items === undefined ? '–' : count(row.items)), align: 'end' },
  { key: 'owner', head: t('datasets.owner'), value: row => row.owner, hide: 'medium' },
  { key: 'modified', head: t('datasets.itemsModified'), value: row => row.itemsModifiedAt, cell: row => <When at={row.itemsModifiedAt} />, hide: 'small' },
];

/** Where one begins: the tenant's datasets. */
export function HomePage() {
  const { tenant, tenantId } = usePlace();
  if (!tenant) return <Page title={t('shell.workspace')}><Card><Empty icon={<IconBuildingCommunity {...icon} />} title={t('home.noTenant')}>{t('home.noTenantText')}</Empty></Card></Page>;
  return <Page title={tenant.name || tenant.id} lead={t('home.lead')}><Datasets tenantId={tenantId} mayCreate={tenant.features.includes('createDatasets')} /></Page>;
}

function Datasets({ tenantId, mayCreate }: { tenantId: string; mayCreate: boolean }) {
  const go = useGo();
  const datasets = useQuery(datasetsQuery(tenantId));
  return (
    <Card title={t('pages.datasets')} acts={<SettingsLink page={homePage}>{t('home.manage')}</SettingsLink>}>
      <Answer of={datasets} what={t('datasets.failed')}>
        {rows => (
          <DataTable label={t('pages.datasets')} rows={rows} rowKey={row => row.datasetId} columns={columns()} onOpen={row => go.dataset(row.datasetId)} initialSort={{ key: 'modified', descending: true }}
            empty={(
              <Empty icon={<IconDatabase {...icon} />} title={t('datasets.empty')} act={mayCreate && <Button onClick={() => go.settings()}>{t('datasets.new')}</Button>}>{mayCreate ? t('datasets.emptyText') : t('datasets.emptyReader')}</Empty>
            )} />
        )}
      </Answer>
    </Card>
  );
}
