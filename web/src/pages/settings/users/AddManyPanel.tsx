import { Button, Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ApiError } from '@/api/errors';
import { addUsers, inviteUser } from '@/api/queries/people';
import { day } from '@/model/time/format';
import { readUsers, type PastedUser } from '@/model/users/paste';
import { t } from '@/texts';
import forms from '@/ui/forms/forms.module.css';
import { Refusal, Tag, Tags } from '@/ui/forms/Note';
import { Panel } from '@/ui/forms/Panel';
import { useAct } from '@/ui/forms/useAct';
import { Cut, DataTable, type Column } from '@/ui/table/DataTable';
import type { Invited } from './LinksDialog';

/** Many people at once, from pasted rows; what would happen is shown first. */
export function AddManyPanel({ tenantId, known, onClose, onLinks }: { tenantId: string; known: readonly string[]; onClose: () => void; onLinks: (links: Invited[]) => void }) {
  const [text, setText] = useState('');
  const [invites, setInvites] = useState(true);
  const people = readUsers(text);
  const bad = people.filter(person => person.problem);
  const there = new Set(known.map(email => email.toLowerCase()));
  const isThere = (person: PastedUser) => there.has(person.email.toLowerCase());
  const fresh = people.filter(person => !person.problem && !isThere(person));
  const add = useAct(async () => {
    const { created } = await addUsers(tenantId, fresh.map(({ email, role, groups, tokenAccess, enabled, expires, subnets }) => ({ email, role, groups: [...groups], tokenAccess, enabled, expires, subnets: [...subnets] })));
    return { created, links: invites ? await invite(tenantId, fresh) : [] };
  }, {
    stale: [['t', tenantId, 'users']], done: answer => t('users.addedMany', { count: answer.created }), then: ({ links }) => (links.length > 0 ? onLinks(links) : onClose()), ownErrors: true,
  });
  const columns: Column<PastedUser>[] = [
    { key: 'line', head: t('users.line'), value: person => person.line, tight: true },
    { key: 'email', head: t('users.email'), value: person => person.email, cell: person => <Cut tight text={person.email} /> },
    { key: 'what', head: t('users.status'), cell: person => (person.problem ? <Tag tone="bad">{t(`pasteProblems.${person.problem}`)}</Tag> : isThere(person) ? <Tag>{t('users.there')}</Tag> : <Tag tone="good">{t('users.new')}</Tag>) },
    ...(people.some(person => person.role === 'admin') ? [{ key: 'role', head: t('users.role'), cell: (person: PastedUser) => t(`roles.${person.role}`) }] : []),
    { key: 'groups', head: t('users.groups'), cell: person => <Tags values={person.groups} /> },
    { key: 'tokenAccess', head: t('users.tokenAccess'), cell: person => person.tokenAccess && t('users.yes') },
    ...(people.some(person => person.expires) ? [{ key: 'expires', head: t('users.expires'), cell: (person: PastedUser) => person.expires && day(person.expires) }] : []),
    ...(people.some(person => person.subnets.length > 0) ? [{ key: 'subnets', head: t('users.subnets'), cell: (person: PastedUser) => <Tags values={person.subnets} /> }] : []),
  ];
  return (
    <Panel wide title={t('users.addMany')} onClose={onClose} dirty={text.trim() !== '' && !add.isPending}>
      <form className={forms.form} onSubmit={event => { event.preventDefault(); add.mutate(undefined); }}>
        <Textarea label={t('users.paste')} description={t('users.pasteText')} placeholder={t('users.pasteSample')} autosize minRows={5} maxRows={12} data-autofocus value={text} onChange={event => setText(event.currentTarget.value)} spellCheck={false} styles={{ input: { fontFamily: 'var(--mono)', fontSize: 12 } }} />
        {people.length > 0 && <DataTable label={t('users.addMany')} rows={people} rowKey={person => String(person.line)} columns={columns} noSearch empty={null} />}
        {fresh.length > 0 && <Checkbox label={t('users.inviteMany')} checked={invites} onChange={event => setInvites(event.currentTarget.checked)} />}
        <Refusal error={add.error} />
        <div className={forms.acts}>
          <Button variant="default" onClick={onClose}>{t('forms.cancel')}</Button>
          <Button type="submit" loading={add.isPending} disabled={fresh.length === 0 || bad.length > 0}>{t('users.addCount', { count: fresh.length })}</Button>
        </div>
      </form>
    </Panel>
  );
}

/** Links for those who have no password yet; who is known in another tenant has one. */
async function invite(tenantId: string, people: readonly PastedUser[]): Promise<Invited[]> {
  const links: Invited[] = [];
  for (const { email } of people) {
    try {
      links.push({ email, ...(await inviteUser(tenantId, email)) });
    } catch (error) {
      if (!(error instanceof ApiError && error.code === '409950')) throw error;
    }
  }
  return links;
}
