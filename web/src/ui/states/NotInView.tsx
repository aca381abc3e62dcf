import { Button } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { t } from '@/texts';
import { Card, Page } from '../Page';
import { viewAs } from '../shell/ViewBanner';
import { Empty } from './Empty';

/** What stands in place of a page of one's own while another person's view is shown. */
export function NotInView({ title, email }: { title: string; email: string }) {
  return (
    <Page title={title}>
      <Card><Empty icon={<IconEyeOff size={20} stroke={1.5} />} title={t('views.notIn')} act={<Button onClick={() => viewAs(undefined)}>{t('shell.stopViewing')}</Button>}>{t('views.notInText', { email })}</Empty></Card>
    </Page>
  );
}
