import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { toCsv } from '@/model/lists/csv';
import { minute } from '@/model/time/format';
import { t } from '@/texts';
import { CopyBlock } from '@/ui/forms/Copy';
import { Dialog } from '@/ui/forms/Dialog';
import forms from '@/ui/forms/forms.module.css';
import { Note } from '@/ui/forms/Note';
import { save } from '@/ui/save';

export interface Invited { email: string; url: string; expires: string }

/** One-time links of many people, to be handed on one by one. */
export function LinksDialog({ links, onClose }: { links: readonly Invited[]; onClose: () => void }) {
  const csv = () => save('invitations.csv', toCsv([t('users.email'), t('users.link'), t('users.expires')], links.map(link => [link.email, link.url, link.expires])), 'text/csv');
  return (
    <Dialog onClose={onClose} closeOnClickOutside={false} size={720} title={t('users.inviteLinks', { count: links.length })}>
      <div className={forms.form}>
        <p>{t('users.linksText')}</p>
        <CopyBlock value={links.map(link => `${link.email}\t${link.url}`).join('\n')} label={t('users.copyLinks')} />
        <Note tone="warn">{t('users.linksOnce', { when: minute(links[0]!.expires) })}</Note>
        <div className={forms.acts}>
          <Button variant="default" leftSection={<IconDownload size={16} stroke={1.5} />} onClick={csv}>{t('table.csv')}</Button>
          <Button onClick={onClose}>{t('forms.close')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
