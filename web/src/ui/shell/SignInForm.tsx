import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ApiError } from '@/api/errors';
import { signIn } from '@/api/queries/session';
import { t } from '@/texts';
import forms from '../forms/forms.module.css';
import { Note } from '../forms/Note';
import { useAct } from '../forms/useAct';

interface Props { email?: string; fixedEmail?: boolean; onDone: () => unknown }

/** What to say of a refused sign-in; it never tells whether the account exists. */
function reason(error: Error): string {
  if (!(error instanceof ApiError)) return String(error);
  switch (error.code) {
    case '40191': return t('signIn.wrong');
    case '40193': return t('signIn.wrongTotp');
    case '42990': return t('signIn.tooMany', { count: error.retryAfter ?? 60 });
    default: return error.message;
  }
}

export function SignInForm({ email: given = '', fixedEmail, onDone }: Props) {
  const [email, setEmail] = useState(given);
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState('');
  const [asksTotp, setAsksTotp] = useState(false);
  const enter = useAct(() => signIn({ email: email.trim(), password, ...(asksTotp ? { totp: totp.replace(/\s/g, '') } : {}) }), { then: onDone, ownErrors: true });
  const submit = () => enter.mutate(undefined, {
    onError: error => {
      if (error instanceof ApiError && error.code === '40192') setAsksTotp(true);
    },
  });
  const isAsking = enter.error instanceof ApiError && enter.error.code === '40192';
  return (
    <form className={forms.form} onSubmit={event => { event.preventDefault(); submit(); }}>
      <TextInput label={t('signIn.email')} type="email" autoComplete="username" required withAsterisk={false} readOnly={fixedEmail} value={email} onChange={event => setEmail(event.currentTarget.value)} autoFocus={!fixedEmail} />
      <PasswordInput label={t('signIn.password')} autoComplete="current-password" required withAsterisk={false} value={password} onChange={event => setPassword(event.currentTarget.value)}
        data-autofocus={fixedEmail ? true : undefined} visibilityToggleButtonProps={{ 'aria-label': t('signIn.show'), tabIndex: 0 }} />
      {asksTotp && (
        <TextInput label={t('signIn.totp')} description={t('signIn.totpText')} inputMode="numeric" autoComplete="one-time-code" maxLength={8} required withAsterisk={false} autoFocus value={totp}
          onChange={event => setTotp(event.currentTarget.value)} />
      )}
      {enter.error && !isAsking && <Note tone="bad">{reason(enter.error)}</Note>}
      <Button type="submit" fullWidth loading={enter.isPending}>{t('signIn.act')}</Button>
    </form>
  );
}
