import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '@/api/errors';
import { createWebhook, webhooksQuery, type Webhook } from '@/api/queries/operations';
import { webhookPath } from '@/model/settings/pages';
import { usePageKeys } from '@/state/keys';
import { useGo } from '@/state/place';
import { t, word, words } from '@/texts';
import { CopyBlock } from '@/ui/forms/Copy';
import forms from '@/ui/forms/forms.module.css';
import { Note, Refusal, Tag, Tags, type Tone } from '@/ui/forms/Note';
import { OnceDialog } from '@/ui/forms/OnceDialog';
import { Panel } from '@/ui/forms/Panel';
import { useAct } from '@/ui/forms/useAct';
import { Card, Page } from '@/ui/Page';
import { Answer } from '@/ui/states/Answer';
import { Empty } from '@/ui/states/Empty';
import { DataTable, type Column } from '@/ui/table/DataTable';
import { When } from '@/ui/When';

export const webhookTones: Record<Webhook['status'], Tone> = { active: 'good', inactive: 'plain', suspended: 'bad' };

const columns = (): Column<Webhook>[] => [
  { key: 'url', head: t('webhooks.url'), value: hook => hook.url },
  { key: 'status', head: t('tokens.state'), value: hook => hook.status, cell: hook => <Tag tone={webhookTones[hook.status]}>{t(`webhookStates.${hook.status}`)}</Tag>, tight: true },
  { key: 'events', head: t('webhooks.events'), value: hook => hook.events.join(' '), cell: hook => <Tags values={hook.events} />, hide: 'small' },
  { key: 'by', head: t('webhooks.madeBy'), value: hook => hook.createdBy, hide: 'medium' },
  { key: 'modified', head: t('datasets.modified'), value: hook => hook.modifiedAt, cell: hook => <When at={hook.modifiedAt} />, hide: 'medium' },
];

/** Addresses that are told of what happens. */
export default function WebhooksPage({ tenantId }: { tenantId: string }) {
  const go = useGo();
  const webhooks = useQuery(webhooksQuery(tenantId));
  const [isNew, setIsNew] = useState(false);
  const [made, setMade] = useState<Webhook>();
  const add = <Button leftSection={<IconPlus size={16} stroke={1.5} />} onClick={() => setIsNew(true)}>{t('webhooks.new')}</Button>;
  usePageKeys([{ key: 'n', name: t('webhooks.new'), run: () => setIsNew(true) }]);
  return (
    <Page title={t('pages.webhooks')} lead={t('webhooks.lead')} acts={add}>
      <Card>
        <Answer of={webhooks} what={t('webhooks.failed')}>
          {rows => <DataTable label={t('pages.webhooks')} rows={rows} rowKey={hook => hook.webhookId} columns={columns()} onOpen={hook => go.settings(webhookPath(hook.webhookId))} empty={<Empty icon={<IconWebhook size={20} stroke={1.5} />} title={t('webhooks.empty')}>{t('webhooks.emptyText')}</Empty>} />}
        </Answer>
      </Card>
      {isNew && <NewWebhook tenantId={tenantId} onClose={() => setIsNew(false)} onMade={hook => { setIsNew(false); setMade(hook); }} />}
      {made && (
        <OnceDialog onClose={() => setMade(undefined)} title={t('webhooks.made')} lost={t('webhooks.notCopied')}>
          {taken => <><Note tone="warn">{t('webhooks.once')}</Note><CopyBlock wrap value={made.secret ?? ''} label={t('webhooks.copySecret')} onCopy={taken} /></>}
        </OnceDialog>
      )}
    </Page>
  );
}

export function EventBoxes({ value, onChange, error }: { value: string[]; onChange: (value: string[]) => void; error?: string }) {
  return (
    <Checkbox.Group label={t('webhooks.events')} value={value} onChange={onChange} error={error}>
      <div style={{ display: 'grid', gap: 8, paddingTop: 8 }}>{words('eventTexts').map(type => <Checkbox key={type} value={type} label={type} description={word('eventTexts', type)} />)}</div>
    </Checkbox.Group>
  );
}

function NewWebhook({ tenantId, onClose, onMade }: { tenantId: string; onClose: () => void; onMade: (hook: Webhook) => void }) {
  const [url, setUrl] = useState('');
  const [events, setEvents] = useState<string[]>(['DatasetItems', 'DatasetDelete', 'DatasetUndelete', 'JobEnd']);
  const make = useAct(() => createWebhook(tenantId, { url: url.trim(), events }), { stale: [['t', tenantId, 'webhooks']], then: onMade, ownErrors: true });
  const said = make.error instanceof ApiError ? make.error.byField() : {};
  return (
    <Panel title={t('webhooks.new')} onClose={onClose} dirty={url !== '' && !make.isPending}>
      <form className={forms.form} onSubmit={event => { event.preventDefault(); make.mutate(undefined); }}>
        <TextInput label={t('webhooks.url')} description={t('webhooks.urlText')} type="url" required withAsterisk={false} data-autofocus value={url} error={said['url']} onChange={event => setUrl(event.currentTarget.value)} />
        <EventBoxes value={events} onChange={setEvents} error={said['events']} />
        <Refusal error={make.error} fields={['url', 'events']} />
        <div className={forms.acts}><Button variant="default" onClick={onClose}>{t('forms.cancel')}</Button><Button type="submit" disabled={events.length === 0} loading={make.isPending}>{t('webhooks.create')}</Button></div>
      </form>
    </Panel>
  );
}
