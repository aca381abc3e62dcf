import { Button, Switch } from '@mantine/core';
import { IconDevices } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { endOtherSessions, endSession, sessionsQuery, useSession, type SessionEntry } from '@/api/queries/session';
import { minute } from '@/model/time/format';
import { chooseKeys, usePreferences } from '@/state/preferences';
import { t } from '@/texts';
import { Tag } from '@/ui/forms/Note';
import { useAct } from '@/ui/forms/useAct';
import { Card, Facts, Page } from '@/ui/Page';
import { Answer } from '@/ui/states/Answer';
import { Empty } from '@/ui/states/Empty';
import { OwnPage } from '@/ui/states/OwnPage';
import { DataTable, Sub, type Column } from '@/ui/table/DataTable';
import { When } from '@/ui/When';
import { PasswordCard } from './PasswordCard';
import { TotpCard } from './TotpCard';

/** One's own account: password, second factor, and where one is signed in. */
export default function AccountPage() {
  return <OwnPage title={t('pages.account')}><Own /></OwnPage>;
}

function Own() {
  const { user, clientIp, session, server } = useSession();
  const keys = usePreferences(preferences => preferences.keys);
  return (
    <Page narrow title={t('pages.account')}>
      <Card pad>
        <Facts of={[[t('users.email'), user.email], [t('account.address'), clientIp], [t('account.ends'), minute(session.endsAt)], [t('account.server'), `Espalier ${server.version}`]]} />
      </Card>
      <Sessions />
      {user.hasPassword && <PasswordCard email={user.email} least={server.limits.passwordMinLength} />}
      {user.hasPassword && <TotpCard isOn={user.hasTotp} />}
      <Card title={t('shell.keys')} pad><Switch label={t('keys.single')} description={t('keys.singleText')} checked={keys} onChange={event => chooseKeys(event.currentTarget.checked)} /></Card>
    </Page>
  );
}

function Sessions() {
  const sessions = useQuery(sessionsQuery);
  const end = useAct(endSession, { stale: [['sessions']], done: t('account.ended') });
  const endAll = useAct(() => endOtherSessions(), { stale: [['sessions']], done: t('account.endedAll') });
  const columns: Column<SessionEntry>[] = [
    { key: 'device', head: t('account.device'), value: one => one.device, cell: one => <>{one.device} {one.current && <Tag tone="accent">{t('account.this')}</Tag>}<Sub>{one.address} · {t(`methods.${one.method}`)}</Sub></> },
    { key: 'seen', head: t('account.seen'), value: one => one.lastSeenAt, cell: one => <When at={one.lastSeenAt} />, tight: true },
    { key: 'since', head: t('account.since'), value: one => one.createdAt, cell: one => <When at={one.createdAt} />, tight: true, hide: 'small' },
    { key: 'acts', head: t('table.acts'), isQuiet: true, tight: true, cell: one => !one.current && <Button size="xs" variant="subtle" color="bad" onClick={() => end.mutate(one.id)}>{t('account.end')}</Button> },
  ];
  return (
    <Card title={t('account.sessions')} acts={(sessions.data?.length ?? 0) > 1 && <Button size="xs" variant="default" loading={endAll.isPending} onClick={() => endAll.mutate(undefined)}>{t('account.endAll')}</Button>}>
      <Answer of={sessions}>{rows => <DataTable label={t('account.sessions')} rows={rows} rowKey={one => one.id} columns={columns} noSearch empty={<Empty icon={<IconDevices size={20} stroke={1.5} />} title={t('account.sessions')} />} />}</Answer>
    </Card>
  );
}
