import { NativeSelect, Tabs } from '@mantine/core';
import { IconShield } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { datasetsQuery, type DatasetSummary } from '@/api/queries/datasets';
import { usersQuery } from '@/api/queries/people';
import { listPages } from '@/model/settings/pages';
import { isAdmin, usePlace } from '@/state/place';
import { t } from '@/texts';
import { Card, Page } from '@/ui/Page';
import { Answer } from '@/ui/states/Answer';
import { Empty } from '@/ui/states/Empty';
import { Explain } from './Explain';
import { RightsEditor } from './RightsEditor';
import { RightsMatrix } from './RightsMatrix';

const route = getRouteApi('/frame/app/configui');

/** Who may do what with a dataset, and why. */
export default function RightsPage({ tenantId }: { tenantId: string }) {
  const datasets = useQuery(datasetsQuery(tenantId));
  return (
    <Page title={t('pages.rights')} lead={t('rights.lead')}>
      <Answer of={datasets} what={t('datasets.failed')}>{rows => <Chosen tenantId={tenantId} datasets={rows.filter(row => !row.isPermissionedView)} />}</Answer>
    </Page>
  );
}

function Chosen({ tenantId, datasets }: { tenantId: string; datasets: DatasetSummary[] }) {
  const { of } = route.useSearch();
  const { tenant, datasetId, email } = usePlace();
  const navigate = useNavigate();
  const [isEdited, setIsEdited] = useState(false);
  const admin = isAdmin(tenant);
  const users = useQuery({ ...usersQuery(tenantId), enabled: admin });
  const mine = datasets.filter(one => admin || one.owner === email || one.level === 'modify' || one.level === 'manage');
  const current = mine.find(one => one.datasetId === (of ?? datasetId)) ?? mine[0];
  if (!current) return <Card><Empty icon={<IconShield size={20} stroke={1.5} />} title={t('rights.none')}>{t('rights.noneText')}</Empty></Card>;
  const people = (users.data ?? []).map(one => one.email);
  const groups = [...new Set((users.data ?? []).flatMap(one => one.groups))];
  const open = (id: string) => void navigate({ to: '/app/configui', search: { tenantId, page: listPages.rights.path, of: id } });
  return (
    <>
      <RightsMatrix tenantId={tenantId} datasets={mine} groups={groups} current={current.datasetId} isEdited={isEdited} onOpen={open} />
      <NativeSelect label={t('shell.dataset')} value={current.datasetId} style={{ maxWidth: 420 }} data={mine.map(one => ({ value: one.datasetId, label: one.name }))} onChange={event => open(event.currentTarget.value)} />
      <Tabs defaultValue="edit" keepMounted={false} keepMountedMode="display-none">
        <Tabs.List aria-label={t('pages.rights')}><Tabs.Tab value="edit">{t('rights.edit')}</Tabs.Tab><Tabs.Tab value="explain">{t('rights.explain')}</Tabs.Tab></Tabs.List>
        {/* What is being changed stays while something is explained, and is guarded. */}
        <Tabs.Panel value="edit" pt={16} keepMounted><RightsEditor key={current.datasetId} tenantId={tenantId} dataset={current} people={people} groups={groups} onDirty={setIsEdited} /></Tabs.Panel>
        <Tabs.Panel value="explain" pt={16}><Explain key={current.datasetId} tenantId={tenantId} datasetId={current.datasetId} people={people} /></Tabs.Panel>
      </Tabs>
    </>
  );
}
