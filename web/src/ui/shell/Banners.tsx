import { Button } from '@mantine/core';
import { IconEye, IconPlugConnectedX } from '@tabler/icons-react';
import { queryClient } from '@/api/queryClient';
import { useLive } from '@/api/sessionState';
import { t } from '@/texts';
import classes from './shell.module.css';

/** Looks at the data as another person sees it; without one, as oneself again. */
export function viewAs(email: string | undefined) {
  useLive.setState({ viewAs: email });
  void queryClient.resetQueries({ queryKey: ['t'] });
}

/** What holds for every page at the moment. */
export function Banners() {
  const { offline, viewAs: seen } = useLive();
  return (
    <>
      {offline && (
        <div className={classes.banner} role="status">
          <IconPlugConnectedX size={16} stroke={1.5} aria-hidden /><span>{t('shell.offline')}</span>
          <Button size="xs" variant="subtle" onClick={() => void queryClient.refetchQueries({ type: 'active' })}>{t('states.retry')}</Button>
        </div>
      )}
      {seen && (
        <div className={classes.banner} data-kind="view" role="status">
          <IconEye size={16} stroke={1.5} aria-hidden /><span>{t('shell.viewingAs', { email: seen })}</span>
          <Button size="xs" variant="subtle" onClick={() => viewAs(undefined)}>{t('shell.stopViewing')}</Button>
        </div>
      )}
    </>
  );
}
