import { IconGitBranch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { datasetsQuery } from '@/api/queries/datasets';
import { draftsQuery, type Draft } from '@/api/queries/drafts';
import { count } from '@/model/time/format';
import { t } from '@/texts';
import { Tags } from '@/ui/forms/Note';
import { later } from '@/ui/later';
import { Card, Page } from '@/ui/Page';
import { Answer } from '@/ui/states/Answer';
import { Empty } from '@/ui/states/Empty';
import { DataTable, Sub, type Column } from '@/ui/table/DataTable';
import { When } from '@/ui/When';

const DraftPanel = later(async () => (await import('./DraftPanel')).DraftPanel);

/** The drafts that one may read. */
export default function DraftsPage({ tenantId }: { tenantId: string }) {
  const drafts = useQuery(draftsQuery(tenantId));
  const datasets = useQuery(datasetsQuery(tenantId));
  const [openId, setOpenId] = useState<string>();
  const nameOf = (draft: Draft) => datasets.data?.find(one => one.datasetId === draft.datasetId)?.name ?? draft.datasetId;
  const columns: Column<Draft>[] = [
    { key: 'name', head: t('drafts.name'), value: draft => draft.name, cell: draft => <>{draft.name}{draft.description && <Sub>{draft.description}</Sub>}</> },
    { key: 'dataset', head: t('shell.dataset'), value: nameOf, hide: 'small' },
    { key: 'changes', head: t('drafts.changed'), value: draft => draft.changedItems, cell: draft => count(draft.changedItems), align: 'end' },
    { key: 'owner', head: t('datasets.owner'), value: draft => draft.createdBy, hide: 'medium' },
    { key: 'tags', head: t('datasets.tags'), value: draft => draft.tags.join(' '), cell: draft => <Tags values={draft.tags} />, hide: 'medium' },
    { key: 'modified', head: t('datasets.modified'), value: draft => draft.modifiedAt, cell: draft => <When at={draft.modifiedAt} />, hide: 'small' },
  ];
  const open = drafts.data?.find(draft => draft.draftId === openId);
  return (
    <Page title={t('pages.drafts')} lead={t('drafts.lead')}>
      <Card>
        <Answer of={drafts} what={t('drafts.failed')}>
          {rows => <DataTable label={t('pages.drafts')} rows={rows} rowKey={draft => draft.draftId} columns={columns} onOpen={draft => setOpenId(draft.draftId)} csv="drafts" initialSort={{ key: 'modified', descending: true }}
            empty={<Empty icon={<IconGitBranch size={20} stroke={1.5} />} title={t('drafts.empty')}>{t('drafts.emptyText')}</Empty>} />}
        </Answer>
      </Card>
      {open && <DraftPanel tenantId={tenantId} draft={open} dataset={datasets.data?.find(one => one.datasetId === open.datasetId)} onClose={() => setOpenId(undefined)} />}
    </Page>
  );
}
