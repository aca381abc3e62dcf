import { Button } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useLive } from '@/api/sessionState';
import { t } from '@/texts';
import { Card, Page } from '../Page';
import { viewAs } from '../shell/Banners';
import { Empty } from './Empty';

/** A page of one's own: it stands aside while another person's view is shown, of which it is no part. */
export function OwnPage({ title, children }: { title: string; children: ReactNode }) {
  const seen = useLive(live => live.viewAs);
  if (!seen) return <>{children}</>;
  return (
    <Page title={title}>
      <Card><Empty icon={<IconEyeOff size={20} stroke={1.5} />} title={t('shell.notInView')} act={<Button onClick={() => viewAs(undefined)}>{t('shell.stopViewing')}</Button>}>{t('shell.notInViewText', { email: seen.email })}</Empty></Card>
    </Page>
  );
}
