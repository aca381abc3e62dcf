import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { ApiError } from '@/api/errors';
import { changePassword } from '@/api/queries/session';
import { t } from '@/texts';
import forms from '@/ui/forms/forms.module.css';
import { Refusal } from '@/ui/forms/Note';
import { useAct } from '@/ui/forms/useAct';
import { Card } from '@/ui/Page';

export function PasswordCard({ email, least }: { email: string; least: number }) {
  const [password, setPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const change = useAct(() => changePassword({ password, newPassword }), { stale: [['sessions']], done: t('account.passwordChanged'), then: () => { setPassword(''); setNewPassword(''); }, ownErrors: true });
  const said = change.error instanceof ApiError ? change.error.byField() : {};
  const isWrong = change.error instanceof ApiError && change.error.code === '40191';
  const show = { 'aria-label': t('signIn.show'), tabIndex: 0 };
  return (
    <Card title={t('account.password')} pad>
      <form className={forms.form} onSubmit={event => { event.preventDefault(); change.mutate(undefined); }}>
        <input type="text" autoComplete="username" value={email} readOnly hidden />
        <div className={forms.pair}>
          <PasswordInput label={t('password.current')} autoComplete="current-password" required withAsterisk={false} value={password} error={isWrong ? t('password.wrong') : undefined} onChange={event => setPassword(event.currentTarget.value)} visibilityToggleButtonProps={show} />
          <PasswordInput label={t('password.new')} description={t('password.rule', { count: least })} autoComplete="new-password" required withAsterisk={false} minLength={least} value={newPassword} error={said['newPassword']} onChange={event => setNewPassword(event.currentTarget.value)} visibilityToggleButtonProps={show} />
        </div>
        {!isWrong && <Refusal error={change.error} fields={['newPassword']} />}
        <div className={forms.acts}><Button type="submit" variant="default" loading={change.isPending} disabled={!password || !newPassword}>{t('account.passwordAct')}</Button></div>
      </form>
    </Card>
  );
}
