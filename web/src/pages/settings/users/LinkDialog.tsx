import { Button } from '@mantine/core';
import type { OneTimeLink } from '@/api/queries/people';
import { minute } from '@/model/time/format';
import { t } from '@/texts';
import { CopyBlock } from '@/ui/forms/Copy';
import { Dialog } from '@/ui/forms/Dialog';
import forms from '@/ui/forms/forms.module.css';
import { Note } from '@/ui/forms/Note';

/** A one-time link, to be handed on by whatever way the admin trusts. */
export function LinkDialog({ link, email, onClose }: { link: OneTimeLink; email: string; onClose: () => void }) {
  return (
    <Dialog onClose={onClose} closeOnClickOutside={false} title={t(link.kind === 'reset' ? 'users.resetLink' : 'users.inviteLink', { email })}>
      <div className={forms.form}>
        <p>{t('users.linkText')}</p>
        <CopyBlock wrap value={link.url} label={t('users.copyLink')} />
        <Note tone="warn">{t('users.linkOnce', { when: minute(link.expires) })}</Note>
        <div className={forms.acts}><Button onClick={onClose}>{t('forms.close')}</Button></div>
      </div>
    </Dialog>
  );
}
