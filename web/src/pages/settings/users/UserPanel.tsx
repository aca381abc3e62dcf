import { Button, Checkbox, NativeSelect, Switch, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '@/api/errors';
import { deleteUser, inviteUser, resetPassword, saveUser, usersQuery, type OneTimeLink, type User } from '@/api/queries/people';
import { useSession } from '@/api/queries/session';
import { isEmail } from '@/model/users/paste';
import { mayLoseLatest } from '@/state/unsaved';
import { t } from '@/texts';
import { Confirm } from '@/ui/forms/Confirm';
import forms from '@/ui/forms/forms.module.css';
import { Refusal } from '@/ui/forms/Note';
import { Panel } from '@/ui/forms/Panel';
import { SubnetInput } from '@/ui/forms/SubnetInput';
import { useAct } from '@/ui/forms/useAct';
import { useFields } from '@/ui/forms/useFields';
import { toast } from '@/ui/toast';
import { viewAs } from '@/ui/shell/ViewBanner';
import { changeUsers } from './changeUsers';

interface Props { tenantId: string; user: User | undefined; onClose: () => void; onLink: (link: OneTimeLink, email: string) => void }

const blank: User = { email: '', role: 'user', groups: [], enabled: true, tokenAccess: false, subnets: [] };

/** A person's account, new or changed. A new one gets a link to set a password with. */
export function UserPanel({ tenantId, user, onClose, onLink }: Props) {
  const session = useSession();
  const known = useQuery(usersQuery(tenantId)).data ?? [];
  const form = useFields<User>(known.find(one => one.email === user?.email) ?? user ?? blank);
  const { fields, set } = form;
  const [invites, setInvites] = useState(true);
  const [isTyping, setIsTyping] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const [removesTotp, setRemovesTotp] = useState(false);
  const stale = [['t', tenantId, 'users']];
  const isTaken = !user && known.some(one => one.email.toLowerCase() === fields.email.trim().toLowerCase());
  const save = useAct(async () => {
    const email = fields.email.trim();
    if (user) await changeUsers(tenantId, [email], form.onto);
    else await saveUser(tenantId, { ...fields, email });
    return user || !invites ? undefined : inviteUser(tenantId, email).catch((error: unknown) => {
      // Somebody who is here in another tenant has a password already.
      if (!(error instanceof ApiError && error.code === '409950')) toast.failed(error);
      return undefined;
    });
  }, { stale, ownErrors: true, done: user ? t('forms.saved') : t('users.added', { email: fields.email }), then: made => (made ? onLink(made, fields.email.trim()) : onClose()) });
  const link = useAct(async (kind: 'invitation' | 'reset') => {
    if (kind === 'reset') return resetPassword(tenantId, fields.email, removesTotp);
    try {
      return await inviteUser(tenantId, fields.email);
    } catch (error) {
      if (error instanceof ApiError && error.code === '409950') return resetPassword(tenantId, fields.email, removesTotp);
      throw error;
    }
  }, { then: made => onLink(made, fields.email) });
  const makeLink = async (kind: 'invitation' | 'reset') => {
    if (!(await mayLoseLatest())) return;
    form.reset();
    link.mutate(kind);
  };
  const look = async (email: string) => {
    if (!(await mayLoseLatest())) return;
    viewAs(email);
    onClose();
  };
  const remove = useAct(() => deleteUser(tenantId, fields.email), { stale, done: t('users.deleted', { email: fields.email }), then: onClose, ownErrors: true });
  const said = save.error instanceof ApiError ? save.error.byField() : {};
  const groups = [...new Set([...known.flatMap(one => one.groups), 'guest', 'readonly'])].sort();
  return (
    <Panel title={user ? user.email : t('users.add')} onClose={onClose} dirty={(form.isDirty || isTyping) && !save.isPending && !remove.isPending}>
      <form className={forms.form} onSubmit={event => { event.preventDefault(); if (!isTyping && !isTaken) save.mutate(undefined); }}>
        {!user && <TextInput label={t('users.email')} type="email" required withAsterisk={false} data-autofocus value={fields.email} error={isTaken ? t('users.taken') : fields.email.includes('@') && !isEmail(fields.email.trim()) && !fields.email.endsWith('@') ? t('users.noEmail') : said['email']} onChange={event => set({ email: event.currentTarget.value })} autoComplete="off" />}
        <NativeSelect label={t('users.role')} description={t('users.roleText')} value={fields.role} error={said['role']} onChange={event => set({ role: event.currentTarget.value as 'user' })} data={(['user', 'admin'] as const).map(value => ({ value, label: t(`roles.${value}`) }))} />
        <TagsInput label={t('users.groups')} description={t('users.groupsText')} data={groups} value={fields.groups} error={said['groups']} onChange={value => set({ groups: value })} acceptValueOnBlur />
        <Switch label={t('users.tokenAccess')} description={t('users.tokenAccessText')} checked={fields.tokenAccess} onChange={event => set({ tokenAccess: event.currentTarget.checked })} />
        <Switch label={t('users.enabled')} description={t('users.enabledText')} checked={fields.enabled} onChange={event => set({ enabled: event.currentTarget.checked })} />
        <TextInput type="date" label={t('users.expires')} description={t('users.expiresText')} value={fields.expires?.slice(0, 10) ?? ''} error={said['expires']} onChange={event => set({ expires: event.currentTarget.value ? `${event.currentTarget.value}T00:00:00.000Z` : undefined })} />
        <SubnetInput label={t('users.subnets')} value={fields.subnets} onChange={subnets => set({ subnets })} own={fields.email === session.user.email ? session.clientIp : undefined} onPending={setIsTyping} error={Object.entries(said).find(([field]) => field.startsWith('subnets'))?.[1]} />
        {!user && <Checkbox label={t('users.invite')} checked={invites} onChange={event => setInvites(event.currentTarget.checked)} />}
        <Refusal error={save.error} fields={['email', 'role', 'groups', 'expires', ...Object.keys(said).filter(field => field.startsWith('subnets'))]} />
        <div className={forms.acts}><Button variant="default" onClick={onClose}>{t('forms.cancel')}</Button><Button type="submit" loading={save.isPending}>{user ? t('forms.save') : t('users.add')}</Button></div>
      </form>
      {user && (
        <section style={{ marginTop: 24, display: 'grid', gap: 8, justifyItems: 'start' }}>
          <h2>{t('users.more')}</h2>
          <div className={forms.tags} style={{ gap: 8 }}>
            <Button variant="default" size="xs" loading={link.isPending && link.variables === 'invitation'} onClick={() => void makeLink('invitation')}>{t('users.makeLink')}</Button>
            <Button variant="default" size="xs" loading={link.isPending && link.variables === 'reset'} onClick={() => void makeLink('reset')}>{t('users.reset')}</Button>
            {user.email !== session.user.email && <Button variant="default" size="xs" onClick={() => void look(user.email)}>{t('users.viewAs')}</Button>}
            {user.email !== session.user.email && <Button variant="default" size="xs" color="bad" onClick={() => setDeleting(true)}>{t('users.delete')}</Button>}
          </div>
          <Checkbox label={t('users.removeTotp')} description={t('users.removeTotpText')} checked={removesTotp} onChange={event => setRemovesTotp(event.currentTarget.checked)} />
        </section>
      )}
      {deleting && <Confirm title={t('users.deleteTitle', { email: fields.email })} act={t('users.delete')} typed={fields.email} isPending={remove.isPending} error={remove.error} onConfirm={() => remove.mutate(undefined)} onClose={() => setDeleting(false)}><p>{t('users.deleteText')}</p></Confirm>}
    </Panel>
  );
}
