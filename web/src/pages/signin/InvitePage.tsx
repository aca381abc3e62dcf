import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError } from '@/api/errors';
import { acceptLink, lookAtLink, type LinkLook } from '@/api/queries/session';
import { day } from '@/model/time/format';
import { t } from '@/texts';
import forms from '@/ui/forms/forms.module.css';
import { Note, Refusal } from '@/ui/forms/Note';
import { useAct } from '@/ui/forms/useAct';
import { Bare } from '@/ui/shell/Bare';
import { Answer } from '@/ui/states/Answer';
import { NewPassword } from './PasswordFields';
import { useCode } from './useCode';

/** What a one-time link opens: an invitation, or a new password. */
export function InvitePage() {
  const code = useCode();
  const look = useQuery({ queryKey: ['link', code], queryFn: () => lookAtLink(code), enabled: code !== '', staleTime: Infinity, retry: false });
  const isBad = code === '' || (look.error instanceof ApiError && look.error.code === '40396');
  if (isBad) return <Bare shown title={t('invite.title')}><Note tone="warn">{t('invite.bad')}</Note><Link to="/sign-in">{t('signIn.title')}</Link></Bare>;
  return <Answer of={look} isPage>{found => <Accept key={code} code={code} look={found} />}</Answer>;
}

function Accept({ code, look }: { code: string; look: LinkLook }) {
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState('');
  const accept = useAct(() => acceptLink({ code, password, ...(look.needsTotp ? { totp: totp.replace(/\s/g, '') } : {}) }), { then: () => navigate({ to: '/app/workspace', replace: true }), ownErrors: true });
  const said = accept.error instanceof ApiError ? accept.error.byField() : {};
  const isReset = look.kind === 'reset';
  return (
    <Bare shown title={isReset ? t('invite.resetTitle') : t('invite.title')} lead={isReset ? t('invite.resetLead', { email: look.email }) : t('invite.lead', { email: look.email, tenant: look.tenant?.name ?? look.tenant?.id ?? t('app.name') })}
      foot={t('invite.expires', { day: day(look.expires) })}>
      <form className={forms.form} onSubmit={event => { event.preventDefault(); accept.mutate(undefined); }}>
        <NewPassword email={look.email} value={password} onChange={setPassword} error={said['password']} />
        {look.needsTotp && <TextInput label={t('signIn.totp')} description={t('signIn.totpText')} inputMode="numeric" autoComplete="one-time-code" required withAsterisk={false} value={totp} error={said['totp']} onChange={event => setTotp(event.currentTarget.value)} />}
        <Refusal error={accept.error} fields={['password', 'totp']} />
        <Button type="submit" fullWidth loading={accept.isPending}>{isReset ? t('invite.resetAct') : t('invite.act')}</Button>
      </form>
    </Bare>
  );
}
