import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { beginTotp, confirmTotp, disableTotp } from '@/api/queries/session';
import { t } from '@/texts';
import { CopyLine } from '@/ui/forms/Copy';
import forms from '@/ui/forms/forms.module.css';
import { Refusal, Tag } from '@/ui/forms/Note';
import { useAct } from '@/ui/forms/useAct';
import { Card } from '@/ui/Page';

/** The second factor: a code of an authenticator. */
export function TotpCard({ isOn }: { isOn: boolean }) {
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState('');
  const clear = () => { setPassword(''); setTotp(''); begin.reset(); };
  const begin = useAct(() => beginTotp(password), { ownErrors: true });
  const confirm = useAct(() => confirmTotp(totp.replace(/\s/g, '')), { stale: [['session']], done: t('totp.on'), then: () => clear(), ownErrors: true });
  const disable = useAct(() => disableTotp(password), { stale: [['session']], done: t('totp.off'), then: () => clear(), ownErrors: true });
  const secret = begin.data;
  return (
    <Card title={t('totp.title')} acts={<Tag tone={isOn ? 'good' : 'plain'}>{isOn ? t('totp.isOn') : t('totp.isOff')}</Tag>} pad>
      <form className={forms.form} onSubmit={event => { event.preventDefault(); (secret ? confirm : isOn ? disable : begin).mutate(undefined); }}>
        <p>{t('totp.text')}</p>
        {secret ? (
          <>
            <div><p className="quiet">{t('totp.enter')} <a href={secret.uri}>{t('totp.open')}</a></p><CopyLine value={secret.secret} label={t('totp.copy')} /></div>
            <TextInput label={t('signIn.totp')} inputMode="numeric" autoComplete="one-time-code" required withAsterisk={false} autoFocus value={totp} onChange={event => setTotp(event.currentTarget.value)} style={{ maxWidth: 240 }} />
          </>
        ) : <PasswordInput label={t('password.current')} autoComplete="current-password" required withAsterisk={false} value={password} onChange={event => setPassword(event.currentTarget.value)} style={{ maxWidth: 320 }} visibilityToggleButtonProps={{ 'aria-label': t('signIn.show'), tabIndex: 0 }} />}
        <Refusal error={confirm.error ?? disable.error ?? begin.error} />
        <div className={forms.acts}>
          {secret && <Button variant="default" onClick={clear}>{t('forms.cancel')}</Button>}
          <Button type="submit" variant="default" color={isOn ? 'bad' : 'accent'} loading={begin.isPending || confirm.isPending || disable.isPending}>{secret ? t('totp.confirm') : isOn ? t('totp.disable') : t('totp.begin')}</Button>
        </div>
      </form>
    </Card>
  );
}
