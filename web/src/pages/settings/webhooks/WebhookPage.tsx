import { Button, Switch, TextInput } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { changeWebhook, deleteWebhook, deliveriesQuery, testWebhook, webhooksQuery, type Delivery, type Webhook } from '@/api/queries/operations';
import { listPages } from '@/model/settings/pages';
import { exact } from '@/model/time/format';
import { useGo } from '@/state/place';
import { t } from '@/texts';
import { Confirm } from '@/ui/forms/Confirm';
import { CopyBlock } from '@/ui/forms/Copy';
import forms from '@/ui/forms/forms.module.css';
import { Note, Refusal, Tag, type Tone } from '@/ui/forms/Note';
import { Panel } from '@/ui/forms/Panel';
import { SaveBar } from '@/ui/forms/SaveBar';
import { useAct } from '@/ui/forms/useAct';
import { useFields } from '@/ui/forms/useFields';
import { Card, Facts, Page } from '@/ui/Page';
import { SettingsLink } from '@/ui/SettingsLink';
import { Answer } from '@/ui/states/Answer';
import { Empty } from '@/ui/states/Empty';
import { DataTable, type Column } from '@/ui/table/DataTable';
import { When } from '@/ui/When';
import datasets from '../datasets/datasets.module.css';
import { EventBoxes, webhookTones } from './WebhooksPage';

const tones: Record<Delivery['status'], Tone> = { pending: 'accent', delivered: 'good', failed: 'bad', dropped: 'plain' };

const columns = (): Column<Delivery>[] => [
  { key: 'type', head: t('webhooks.event'), value: one => one.eventType },
  { key: 'status', head: t('tokens.state'), value: one => one.status, cell: one => <Tag tone={tones[one.status]}>{t(`deliveryStates.${one.status}`)}</Tag>, tight: true },
  { key: 'answer', head: t('webhooks.answer'), value: one => one.answer, cell: one => one.answer ?? one.trouble ?? '' },
  { key: 'tries', head: t('webhooks.tries'), value: one => one.tries, align: 'end', hide: 'small' },
  { key: 'at', head: t('tokens.when'), value: one => one.createdAt, cell: one => <When at={one.createdAt} />, tight: true },
];

export default function WebhookPage({ tenantId, webhookId }: { tenantId: string; webhookId: string }) {
  const webhooks = useQuery(webhooksQuery(tenantId));
  return (
    <Answer of={webhooks} what={t('webhooks.failed')} isPage>
      {rows => {
        const hook = rows.find(one => one.webhookId === webhookId);
        return hook ? <Loaded key={hook.webhookId} tenantId={tenantId} hook={hook} />
          : <Page title={t('webhooks.one')}><Card><Empty icon={<IconSend size={20} stroke={1.5} />} title={t('webhooks.gone')} act={<SettingsLink page={listPages.webhooks.path}>{t('pages.webhooks')}</SettingsLink>} /></Card></Page>;
      }}
    </Answer>
  );
}

function Loaded({ tenantId, hook }: { tenantId: string; hook: Webhook }) {
  const go = useGo();
  const deliveries = useQuery(deliveriesQuery(tenantId, hook.webhookId));
  const form = useFields({ url: hook.url, events: [...hook.events].sort(), active: hook.active });
  const { url, events, active } = form.fields;
  const [open, setOpen] = useState<Delivery>();
  const [deleting, setDeleting] = useState(false);
  const stale = [['t', tenantId, 'webhooks']];
  const save = useAct(() => changeWebhook(tenantId, hook.webhookId, form.changes), { stale, done: t('forms.saved'), then: form.reset, ownErrors: true });
  const test = useAct(() => testWebhook(tenantId, hook.webhookId), { stale, done: t('webhooks.tested') });
  const remove = useAct(() => deleteWebhook(tenantId, hook.webhookId), { stale, then: () => go.settings(listPages.webhooks.path), ownErrors: true });
  return (
    <Page title={new URL(hook.url).host} above={<SettingsLink page={listPages.webhooks.path} className={datasets.crumb}>{t('pages.webhooks')}</SettingsLink>} lead={<Tag tone={webhookTones[hook.status]}>{t(`webhookStates.${hook.status}`)}</Tag>}
      acts={<><Button variant="default" leftSection={<IconSend size={16} stroke={1.5} />} loading={test.isPending} onClick={() => test.mutate(undefined)}>{t('webhooks.test')}</Button><Button variant="default" color="bad" onClick={() => setDeleting(true)}>{t('webhooks.delete')}</Button></>}>
      {hook.status === 'suspended' && <Note tone="bad">{t('webhooks.suspended')}</Note>}
      <form onSubmit={event => { event.preventDefault(); save.mutate(undefined); }}>
        <Card title={t('webhooks.one')} pad>
          <div className={forms.form}>
            <TextInput label={t('webhooks.url')} description={t('webhooks.urlText')} type="url" required withAsterisk={false} value={url} onChange={event => form.set({ url: event.currentTarget.value })} />
            <EventBoxes value={events} onChange={value => form.set({ events: [...value].sort() })} />
            <Switch label={t('webhooks.active')} checked={active} onChange={event => form.set({ active: event.currentTarget.checked })} />
            <Refusal error={save.error} />
          </div>
        </Card>
        <SaveBar dirty={form.isDirty} pending={save.isPending} disabled={events.length === 0} onReset={form.reset} />
      </form>
      <Card title={t('webhooks.deliveries')}>
        <Answer of={deliveries}>{rows => <DataTable label={t('webhooks.deliveries')} rows={rows} rowKey={one => one.deliveryId} columns={columns()} onOpen={setOpen} empty={<Empty icon={<IconSend size={20} stroke={1.5} />} title={t('webhooks.noDeliveries')} />} />}</Answer>
      </Card>
      {open && (
        <Panel wide title={open.eventType} onClose={() => setOpen(undefined)}>
          <div style={{ display: 'grid', gap: 16 }}>
            <Facts of={[
              [t('tokens.state'), <Tag tone={tones[open.status]}>{t(`deliveryStates.${open.status}`)}</Tag>], [t('webhooks.tries'), open.tries], [t('jobs.created'), exact(open.createdAt)],
              open.triedAt !== undefined && [t('webhooks.tried'), exact(open.triedAt)], open.dueAt !== undefined && [t('webhooks.due'), exact(open.dueAt)],
              open.answer !== undefined && [t('webhooks.answer'), open.answer], open.trouble !== undefined && [t('webhooks.trouble'), open.trouble],
            ]} />
            <CopyBlock value={JSON.stringify(open.body, null, 2)} label={t('webhooks.copyBody')} />
          </div>
        </Panel>
      )}
      {deleting && <Confirm title={t('webhooks.deleteTitle')} act={t('webhooks.delete')} isPending={remove.isPending} error={remove.error} onConfirm={() => remove.mutate(undefined)} onClose={() => setDeleting(false)}><p>{t('webhooks.deleteText')}</p></Confirm>}
    </Page>
  );
}
