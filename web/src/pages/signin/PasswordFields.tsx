import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { t } from '@/texts';

export const shortest = 12;

interface Props { value: string; onChange: (value: string) => void; error?: string; email?: string; label?: string }

/** A new password: long enough, and shown on request, so it need not be typed twice. */
export function NewPassword({ value, onChange, error, email, label }: Props) {
  const [left, setLeft] = useState(false);
  const missing = shortest - value.length;
  const problem = left && value !== '' && missing > 0 ? t('password.tooShort', { count: missing }) : undefined;
  return (
    <>
      {/* Password stores want to know whose it is. */}
      {email !== undefined && <input type="text" autoComplete="username" value={email} readOnly hidden />}
      <PasswordInput label={label ?? t('password.new')} description={t('password.rule', { count: shortest })} autoComplete="new-password" required withAsterisk={false} minLength={shortest} value={value} error={problem ?? error}
        onChange={event => onChange(event.currentTarget.value)} onBlur={() => setLeft(true)} visibilityToggleButtonProps={{ 'aria-label': t('signIn.show'), tabIndex: 0 }} />
    </>
  );
}
