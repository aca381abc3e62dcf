import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { queryClient } from '@/api/queryClient';
import { useLive } from '@/api/sessionState';
import { t } from '@/texts';
import { later } from '../later';
import classes from './shell.module.css';

const ViewBanner = later(async () => (await import('./ViewBanner')).ViewBanner);

/** What holds for every page at the moment. */
export function Banners() {
  const { offline, viewAs } = useLive();
  return (
    <>
      {offline && (
        <div className={classes.banner} role="status">
          <IconPlugConnectedX size={16} stroke={1.5} aria-hidden /><span>{t('shell.offline')}</span>
          <Button size="xs" variant="subtle" onClick={() => void queryClient.refetchQueries({ type: 'active' })}>{t('states.retry')}</Button>
        </div>
      )}
      {viewAs && <ViewBanner email={viewAs.email} />}
    </>
  );
}
