import { Button } from '@mantine/core';
import { IconBuildingCommunity, IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '@/api/queries/session';
import { tenantsQuery, type Tenant, type TenantList } from '@/api/queries/tenants';
import { count } from '@/model/time/format';
import { usePageKeys } from '@/state/keys';
import { useGo } from '@/state/place';
import { choosePlace } from '@/state/preferences';
import { t } from '@/texts';
import { CopyLine } from '@/ui/forms/Copy';
import { Tag } from '@/ui/forms/Note';
import { later } from '@/ui/later';
import { Card, Page } from '@/ui/Page';
import { Answer } from '@/ui/states/Answer';
import { Empty } from '@/ui/states/Empty';
import { OwnPage } from '@/ui/states/OwnPage';
import { DataTable, type Column } from '@/ui/table/DataTable';
import { When } from '@/ui/When';

const TenantPanel = later(async () => (await import('./TenantPanel')).TenantPanel);

/** The tenants of the person; of the installation, for those who look after it. */
export const TenantsPage = () => <OwnPage title={t('tenants.title')}><Own /></OwnPage>;

function Own() {
  const tenants = useQuery(tenantsQuery);
  const [editing, setEditing] = useState<Tenant | 'new' | undefined>();
  const { isInstallationAdmin } = useSession().user;
  const mayCreate = tenants.data?.mayCreate === true;
  usePageKeys(mayCreate ? [{ key: 'n', name: t('tenants.new'), run: () => setEditing('new') }] : []);
  return (
    <Page title={t('tenants.title')} lead={t('tenants.lead')} acts={mayCreate && <Button leftSection={<IconPlus size={16} stroke={1.5} />} onClick={() => setEditing('new')}>{t('tenants.new')}</Button>}>
      <Card><Answer of={tenants} what={t('tenants.failed')}>{list => <Tenants list={list} onEdit={isInstallationAdmin ? setEditing : undefined} />}</Answer></Card>
      {editing && <TenantPanel tenant={editing === 'new' ? undefined : editing} others={tenants.data?.tenants ?? []} onClose={() => setEditing(undefined)} />}
    </Page>
  );
}

function Tenants({ list, onEdit }: { list: TenantList; onEdit?: (tenant: Tenant) => void }) {
  const go = useGo();
  const { tenants: own } = useSession();
  const columns: Column<Tenant>[] = [
    { key: 'name', head: t('tenants.name'), value: tenant => tenant.name || tenant.id },
    { key: 'id', head: t('tenants.id'), value: tenant => tenant.id, cell: tenant => <CopyLine value={tenant.id} label={t('tenants.copyId')} /> },
    { key: 'role', head: t('tenants.role'), value: tenant => tenant.role ?? '', cell: tenant => (tenant.role ? t(`roles.${tenant.role}`) : <span className="quiet">{t('tenants.noRole')}</span>), hide: 'small' },
    { key: 'datasets', head: t('tenants.datasets'), value: tenant => tenant.datasets, cell: tenant => count(tenant.datasets), align: 'end', hide: 'small' },
    ...(onEdit ? [{ key: 'users', head: t('tenants.users'), value: (tenant: Tenant) => tenant.users, align: 'end' as const, hide: 'medium' as const }] : []),
    { key: 'plan', head: t('tenants.plan'), value: tenant => String(tenant.apiPlan), cell: tenant => <Tag tone={!tenant.enabled ? 'bad' : tenant.apiPlan ? 'good' : 'plain'}>{!tenant.enabled ? t('tenants.disabled') : tenant.apiPlan ? t('tenants.planOn') : t('tenants.planOff')}</Tag> },
    { key: 'master', head: t('tenants.master'), value: tenant => tenant.masterTenantId, hide: 'medium' },
    { key: 'activity', head: t('tenants.activity'), value: tenant => tenant.lastActivityAt, cell: tenant => <When at={tenant.lastActivityAt} />, hide: 'medium' },
    ...(onEdit ? [{ key: 'acts', head: t('table.acts'), isQuiet: true, tight: true, cell: (tenant: Tenant) => <Button size="xs" variant="subtle" leftSection={<IconPencil size={14} stroke={1.5} />} aria-label={t('tenants.editOne', { id: tenant.id })} onClick={() => onEdit(tenant)}>{t('forms.edit')}</Button> }] : []),
  ];
  const open = (tenant: Tenant) => {
    if (!own.some(one => one.id === tenant.id)) return onEdit?.(tenant);
    choosePlace(tenant.id);
    go.workspace();
  };
  return (
    <DataTable label={t('tenants.title')} rows={list.tenants} rowKey={tenant => tenant.id} columns={columns} onOpen={open} csv="tenants" initialSort={{ key: 'name', descending: false }}
      empty={<Empty icon={<IconBuildingCommunity size={20} stroke={1.5} />} title={t('home.noTenant')}>{t('home.noTenantText')}</Empty>} />
  );
}
