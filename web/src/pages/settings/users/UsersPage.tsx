import { Button, Switch } from '@mantine/core';
import { IconPlus, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { usersQuery, type OneTimeLink, type User } from '@/api/queries/people';
import { useSession } from '@/api/queries/session';
import { day } from '@/model/time/format';
import { usePageKeys } from '@/state/keys';
import { t } from '@/texts';
import { Confirm } from '@/ui/forms/Confirm';
import { Tag, Tags } from '@/ui/forms/Note';
import { useAct } from '@/ui/forms/useAct';
import { later } from '@/ui/later';
import { Card, Page } from '@/ui/Page';
import { Answer } from '@/ui/states/Answer';
import { Empty } from '@/ui/states/Empty';
import { Cut, DataTable, type Column } from '@/ui/table/DataTable';
import { changeUsers } from './changeUsers';
import type { Invited } from './LinksDialog';

const AddManyPanel = later(async () => (await import('./AddManyPanel')).AddManyPanel);
const LinkDialog = later(async () => (await import('./LinkDialog')).LinkDialog);
const LinksDialog = later(async () => (await import('./LinksDialog')).LinksDialog);
const UserPanel = later(async () => (await import('./UserPanel')).UserPanel);

type Doing = { user: User | undefined } | { link: OneTimeLink; email: string } | { links: Invited[] } | 'many' | undefined;

/** The tenant's people. */
export default function UsersPage({ tenantId }: { tenantId: string }) {
  const users = useQuery(usersQuery(tenantId));
  const [doing, setDoing] = useState<Doing>();
  usePageKeys([{ key: 'n', name: t('users.add'), run: () => setDoing({ user: undefined }) }]);
  return (
    <Page title={t('pages.users')} lead={t('users.lead')} acts={(
      <>
        <Button variant="default" leftSection={<IconUsers size={16} stroke={1.5} />} onClick={() => setDoing('many')}>{t('users.addMany')}</Button>
        <Button leftSection={<IconPlus size={16} stroke={1.5} />} onClick={() => setDoing({ user: undefined })}>{t('users.add')}</Button>
      </>
    )}>
      <Card><Answer of={users} what={t('users.failed')}>{rows => <List tenantId={tenantId} users={rows} onOpen={user => setDoing({ user })} />}</Answer></Card>
      {doing === 'many' && <AddManyPanel tenantId={tenantId} known={(users.data ?? []).map(user => user.email)} onClose={() => setDoing(undefined)} onLinks={links => setDoing({ links })} />}
      {typeof doing === 'object' && 'links' in doing && <LinksDialog links={doing.links} onClose={() => setDoing(undefined)} />}
      {typeof doing === 'object' && 'user' in doing && <UserPanel tenantId={tenantId} user={doing.user} onClose={() => setDoing(undefined)} onLink={(link, email) => setDoing({ link, email })} />}
      {typeof doing === 'object' && 'link' in doing && <LinkDialog link={doing.link} email={doing.email} onClose={() => setDoing(undefined)} />}
    </Page>
  );
}

export function StatusTag({ user }: { user: User }) {
  const isOver = user.expires !== undefined && Date.parse(user.expires) <= Date.now();
  if (!user.enabled) return <Tag tone="bad">{t('users.disabled')}</Tag>;
  return isOver ? <Tag tone="bad">{t('users.expired')}</Tag> : <Tag tone="good">{t('users.active')}</Tag>;
}

function List({ tenantId, users, onOpen }: { tenantId: string; users: User[]; onOpen: (user: User) => void }) {
  const session = useSession();
  const stale = [['t', tenantId, 'users']];
  const save = useAct(({ email, tokenAccess }: Pick<User, 'email' | 'tokenAccess'>) => changeUsers(tenantId, [email], fresh => ({ ...fresh, tokenAccess })), {
    stale, done: (_, user) => t(user.tokenAccess ? 'users.tokensOn' : 'users.tokensOff', { email: user.email }),
  });
  const many = useAct(({ emails, change }: { emails: string[]; change: Partial<User> }) => changeUsers(tenantId, emails, fresh => ({ ...fresh, ...change })), { stale, done: (_, { emails }) => t('users.changedMany', { count: emails.length }) });
  const change = (chosen: readonly User[], clear: () => void, what: Partial<User>) => many.mutate({ emails: chosen.map(user => user.email), change: what }, { onSuccess: clear });
  const [disabling, setDisabling] = useState<{ people: User[]; withSelf: boolean; then: () => void }>();
  const isSelf = (user: User) => user.email === session.user.email;
  const columns: Column<User>[] = [
    { key: 'email', head: t('users.email'), value: user => user.email, cell: user => <><Cut text={user.email} />{isSelf(user) && <> <Tag tone="accent">{t('users.you')}</Tag></>}</> },
    { key: 'role', head: t('users.role'), value: user => user.role, cell: user => t(`roles.${user.role}`), hide: 'small' },
    { key: 'groups', head: t('users.groups'), value: user => user.groups.join(' '), cell: user => <Tags values={user.groups} />, hide: 'medium' },
    { key: 'status', head: t('users.status'), value: user => String(user.enabled), cell: user => <StatusTag user={user} /> },
    { key: 'expires', head: t('users.expires'), value: user => user.expires, cell: user => (user.expires ? day(user.expires) : <span className="quiet">{t('users.never')}</span>), hide: 'medium' },
    {
      key: 'tokenAccess', head: t('users.tokenAccess'), value: user => String(user.tokenAccess), tight: true,
      cell: user => <Switch aria-label={t('users.tokenAccessOf', { email: user.email })} checked={user.tokenAccess} disabled={save.isPending} onChange={event => save.mutate({ email: user.email, tokenAccess: event.currentTarget.checked })} />,
    },
    { key: 'subnets', head: t('users.subnets'), value: user => user.subnets.join(' '), cell: user => <Tags values={user.subnets} />, hide: 'medium' },
  ];
  return (
    <>
      <DataTable label={t('pages.users')} rows={users} rowKey={user => user.email} columns={columns} onOpen={onOpen} csv="users" initialSort={{ key: 'email', descending: false }}
        acts={(chosen, clear) => (
          <>
            <Button size="xs" variant="default" onClick={() => change(chosen, clear, { tokenAccess: true })}>{t('users.giveTokens')}</Button>
            {chosen.every(user => user.enabled)
              ? <Button size="xs" variant="default" disabled={chosen.every(isSelf)} title={chosen.every(isSelf) ? t('users.notYourself') : undefined} onClick={() => setDisabling({ people: chosen.filter(user => !isSelf(user)), withSelf: chosen.some(isSelf), then: clear })}>{t('users.disable')}</Button>
              : <Button size="xs" variant="default" onClick={() => change(chosen, clear, { enabled: true })}>{t('users.enable')}</Button>}
          </>
        )}
        empty={<Empty icon={<IconUserPlus size={20} stroke={1.5} />} title={t('users.empty')} />} />
      {disabling && (
        <Confirm title={t('users.disableTitle', { count: disabling.people.length })} act={t('users.disable')} isPending={many.isPending} onConfirm={() => change(disabling.people, () => { disabling.then(); setDisabling(undefined); }, { enabled: false })} onClose={() => setDisabling(undefined)}>
          <p>{t('users.disableText')}</p>
          {disabling.withSelf && <p>{t('users.notYourself')}</p>}
        </Confirm>
      )}
    </>
  );
}
