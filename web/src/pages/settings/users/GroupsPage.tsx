import { IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, MultiSelect } from '@mantine/core';
import { usersQuery, type User } from '@/api/queries/people';
import { t } from '@/texts';
import forms from '@/ui/forms/forms.module.css';
import { Note, Refusal } from '@/ui/forms/Note';
import { Panel } from '@/ui/forms/Panel';
import { useAct } from '@/ui/forms/useAct';
import { useFields } from '@/ui/forms/useFields';
import { Card, Page } from '@/ui/Page';
import { Answer } from '@/ui/states/Answer';
import { Empty } from '@/ui/states/Empty';
import { DataTable, type Column } from '@/ui/table/DataTable';
import { changeUsers } from './changeUsers';

interface Group { name: string; people: string[]; meaning?: string }
const special = ['guest', 'readonly'] as const;

/** Groups are words on accounts: a group is there as long as somebody is in it. */
export default function GroupsPage({ tenantId }: { tenantId: string }) {
  const users = useQuery(usersQuery(tenantId));
  const [open, setOpen] = useState<Group>();
  const columns: Column<Group>[] = [
    { key: 'name', head: t('groups.name'), value: group => group.name },
    { key: 'people', head: t('groups.people'), value: group => group.people.length, align: 'end', tight: true },
    { key: 'who', head: t('groups.who'), value: group => group.people.join(' '), cell: group => <span className="quiet">{group.people.slice(0, 4).join(', ')}{group.people.length > 4 && ` ${t('groups.others', { count: group.people.length - 4 })}`}</span>, hide: 'small' },
    { key: 'meaning', head: t('groups.meaning'), value: group => group.meaning, hide: 'medium' },
  ];
  return (
    <Page title={t('pages.groups')} lead={t('groups.lead')}>
      <Card>
        <Answer of={users} what={t('users.failed')}>
          {people => {
            const names = [...new Set([...special, ...people.flatMap(user => user.groups)])].sort();
            const groups: Group[] = [{ name: 'user', people: people.map(user => user.email), meaning: t('groupMeanings.user') }, ...names.filter(name => name !== 'user').map(name => ({
              name, people: people.filter(user => user.groups.includes(name)).map(user => user.email), ...(name === 'guest' || name === 'readonly' ? { meaning: t(`groupMeanings.${name}`) } : {}),
            }))];
            return (
              <>
                <DataTable label={t('pages.groups')} rows={groups} rowKey={group => group.name} columns={columns} onOpen={setOpen} csv="groups" empty={<Empty icon={<IconUsersGroup size={20} stroke={1.5} />} title={t('pages.groups')} />} />
                {open && <GroupPanel tenantId={tenantId} group={open} users={people} onClose={() => setOpen(undefined)} />}
              </>
            );
          }}
        </Answer>
      </Card>
    </Page>
  );
}

function GroupPanel({ tenantId, group, users, onClose }: { tenantId: string; group: Group; users: User[]; onClose: () => void }) {
  const form = useFields({ people: users.filter(user => user.groups.includes(group.name)).map(user => user.email) });
  const { people } = form.fields;
  const changed = users.filter(user => people.includes(user.email) !== user.groups.includes(group.name));
  const save = useAct(() => changeUsers(tenantId, changed.map(user => user.email), fresh => ({ ...fresh, groups: [...fresh.groups.filter(name => name !== group.name), ...(people.includes(fresh.email) ? [group.name] : [])] })), {
    stale: [['t', tenantId, 'users']], done: t('users.changedMany', { count: changed.length }), then: onClose, ownErrors: true,
  });
  if (group.name === 'user') return <Panel title={group.name} onClose={onClose}><Note>{t('groupMeanings.user')}</Note></Panel>;
  return (
    <Panel title={group.name} onClose={onClose} dirty={form.isDirty && !save.isPending}>
      <form className={forms.form} onSubmit={event => { event.preventDefault(); save.mutate(undefined); }}>
        {group.meaning && <Note>{group.meaning}</Note>}
        <MultiSelect label={t('groups.people')} searchable data={users.map(user => user.email)} value={people} onChange={value => form.set({ people: value })} data-autofocus />
        <Refusal error={save.error} />
        <div className={forms.acts}><Button variant="default" onClick={onClose}>{t('forms.cancel')}</Button><Button type="submit" loading={save.isPending} disabled={changed.length === 0}>{t('forms.save')}</Button></div>
      </form>
    </Panel>
  );
}
