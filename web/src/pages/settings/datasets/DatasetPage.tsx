import { ActionIcon, Menu } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconCopy, IconDots, IconDownload, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { archiveDataset, datasetQuery, exportCsv, unarchiveDataset, type Dataset, type DatasetSummary } from '@/api/queries/datasets';
import { useSession } from '@/api/queries/session';
import { useLive } from '@/api/sessionState';
import { snippet } from '@/model/tokens/snippets';
import { homePage, propertiesPath } from '@/model/settings/pages';
import { count, exact } from '@/model/time/format';
import { useGo, usePlace } from '@/state/place';
import { useSummary } from '@/state/summary';
import { t } from '@/texts';
import { CopyBlock, CopyLine } from '@/ui/forms/Copy';
import { Note, Tag } from '@/ui/forms/Note';
import { useAct } from '@/ui/forms/useAct';
import { later } from '@/ui/later';
import { saveBlob } from '@/ui/save';
import { Card, Facts, Figures, Page } from '@/ui/Page';
import { SettingsLink } from '@/ui/SettingsLink';
import { Answer } from '@/ui/states/Answer';
import { TypeChip } from '@/ui/TypeChip';
import { When } from '@/ui/When';
import { Activity } from './Activity';
import classes from './datasets.module.css';
import { Identity } from './Identity';

const CopyDatasetPanel = later(async () => (await import('./CopyDatasetPanel')).CopyDatasetPanel);
const DeleteDatasetDialog = later(async () => (await import('./DeleteDatasetDialog')).DeleteDatasetDialog);

/** All that is known about a dataset, and its id at the foot. */
export default function DatasetPage({ tenantId, datasetId }: { tenantId: string; datasetId: string }) {
  const dataset = useQuery(datasetQuery(tenantId, datasetId));
  const summary = useSummary(tenantId, datasetId);
  return <Answer of={dataset} what={t('datasets.oneFailed')} rows={6} isPage>{data => <Loaded tenantId={tenantId} dataset={data} summary={summary} />}</Answer>;
}

function Loaded({ tenantId, dataset, summary }: { tenantId: string; dataset: Dataset; summary: DatasetSummary | undefined }) {
  const { datasetId } = dataset;
  const { server } = useSession();
  const { tenant, email } = usePlace();
  const viewed = useLive(live => live.viewAs !== undefined);
  const go = useGo();
  const [doing, setDoing] = useState<'copy' | 'delete'>();
  const archive = useAct(() => archiveDataset(tenantId, datasetId), { stale: [['t', tenantId, 'datasets']], done: t('datasets.archivedMany', { count: 1 }), then: () => go.settings() });
  const unarchive = useAct(() => unarchiveDataset(tenantId, datasetId), { stale: [['t', tenantId, 'datasets'], ['t', tenantId, 'dataset', datasetId]], done: t('datasets.unarchived') });
  const download = useAct(() => exportCsv(tenantId, datasetId), { then: csv => saveBlob(`${dataset.name}.csv`, csv) });
  const isOwner = tenant?.role === 'admin' || summary?.owner === email;
  const isArchived = summary?.state === 'archived';
  const mayModify = isOwner || summary?.level === 'modify' || summary?.level === 'manage';
  const baseUrl = server.baseUrl || location.origin;
  const icon = { size: 16, stroke: 1.5 };
  return (
    <Page title={dataset.name} above={<SettingsLink page={homePage} className={classes.crumb}>{t('pages.datasets')}</SettingsLink>}
      lead={<span className={classes.head}><TypeChip type={dataset.type} />{isArchived && <Tag tone="warn">{t('datasetStates.archived')}</Tag>}{dataset.isPermissionedView && <Tag tone="accent">{t('datasets.view')}</Tag>}</span>}
      acts={(
        <>
          <SettingsLink page={propertiesPath(datasetId)} className="button-like">{t('datasets.openProperties', { count: dataset.properties.length })}</SettingsLink>
          <Menu position="bottom-end">
            <Menu.Target><ActionIcon variant="default" size="lg" aria-label={t('datasets.more')}><IconDots {...icon} /></ActionIcon></Menu.Target>
            <Menu.Dropdown>
              {/* A link cannot say whose view it is. */}
              {viewed ? <Menu.Item leftSection={<IconDownload {...icon} />} onClick={() => download.mutate(undefined)}>{t('datasets.download')}</Menu.Item>
                : <Menu.Item leftSection={<IconDownload {...icon} />} component="a" href={`/api/v1/${tenantId}/datasets/${datasetId}/export/csv`} download={`${dataset.name}.csv`}>{t('datasets.download')}</Menu.Item>}
              {tenant?.features.includes('createDatasets') && <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => setDoing('copy')}>{t('datasets.copy')}</Menu.Item>}
              {isOwner && summary?.state === 'active' && <Menu.Item leftSection={<IconArchive {...icon} />} onClick={() => archive.mutate(undefined)}>{t('datasets.archive')}</Menu.Item>}
              {isOwner && isArchived && <Menu.Item leftSection={<IconArchiveOff {...icon} />} onClick={() => unarchive.mutate(undefined)}>{t('datasets.unarchive')}</Menu.Item>}
              {isOwner && <><Menu.Divider /><Menu.Item color="bad" leftSection={<IconTrash {...icon} />} onClick={() => setDoing('delete')}>{t('datasets.delete')}</Menu.Item></>}
            </Menu.Dropdown>
          </Menu>
        </>
      )}>
      {isArchived && <Note tone="warn">{t('datasets.archivedNote')}</Note>}
      {summary && (
        <Card pad>
          <Figures of={[
            [t('datasets.items'), summary.items === undefined ? '–' : count(summary.items)], [t('datasets.properties'), count(dataset.properties.length)],
            [t('datasets.drafts'), count(summary.drafts ?? dataset.drafts?.length ?? 0)], [t('datasets.views'), count(summary.views ?? 0)], [t('datasets.linksCount'), count(dataset.linkingRelationships?.length ?? 0)],
          ]} />
        </Card>
      )}
      <Identity tenantId={tenantId} dataset={dataset} mayModify={mayModify && !dataset.isPermissionedView && !isArchived} />
      <div className={classes.wide}>
        <Card title={t('datasets.rights')} pad>
          <Facts of={[
            summary && [t('datasets.owner'), summary.owner],
            summary && [t('datasets.myLevel'), t(`levels.${summary.level}`)],
            [t('pages.rights'), <SettingsLink page={`/rights`}>{t('datasets.openRights')}</SettingsLink>],
          ]} />
        </Card>
        <Card title={t('datasets.activity')} pad>
          <Facts of={[
            [t('datasets.createdAt'), <>{exact(dataset.createdAt)} · {dataset.createdBy}</>],
            [t('datasets.modified'), <><When at={dataset.modifiedAt} /> · {dataset.modifiedBy}</>],
            [t('datasets.itemsModified'), <When at={dataset.items.modifiedAt} />],
          ]} />
        </Card>
      </div>
      <Activity tenantId={tenantId} datasetId={datasetId} />
      <Card title={t('datasets.id')} pad id="dataset-id">
        <div className={classes.columns}>
          <div className={classes.id}>
            <div><CopyLine value={datasetId} label={t('datasets.copyId')} /></div>
            <div style={{ display: 'flex', gap: 8, alignItems: 'center' }}><span className="quiet">{t('tenants.id')}</span><CopyLine value={tenantId} label={t('tenants.copyId')} /></div>
          </div>
          <p className="quiet">{t('datasets.curlText')} <a href="/tokens">{t('tokens.title')}</a></p>
          <CopyBlock value={snippet('curl', 'export', { baseUrl, tenantId, datasetId, token: '$TOKEN' }).replace("'Authorization: Bearer $TOKEN'", '"Authorization: Bearer $TOKEN"')} label={t('datasets.copyCurl')} />
        </div>
      </Card>
      {doing === 'copy' && <CopyDatasetPanel tenantId={tenantId} dataset={dataset} mayCopyRights={mayModify} onClose={() => setDoing(undefined)} />}
      {doing === 'delete' && <DeleteDatasetDialog tenantId={tenantId} dataset={dataset} items={summary?.items} onClose={() => setDoing(undefined)} />}
    </Page>
  );
}
