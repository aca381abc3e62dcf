import { Button, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { t } from '@/texts';
import classes from './forms.module.css';

/** Asks before unsaved changes are left behind. */
export function DirtyGuard({ when }: { when: boolean }) {
  const blocker = useBlocker({ shouldBlockFn: () => when, enableBeforeUnload: when, withResolver: true });
  if (blocker.status !== 'blocked') return null;
  return (
    <Modal opened onClose={blocker.reset} title={t('forms.unsavedTitle')} closeButtonProps={{ 'aria-label': t('forms.close') }}>
      <div className={classes.form}>
        <p>{t('forms.unsaved')}</p>
        <div className={classes.acts}>
          <Button variant="default" onClick={blocker.proceed}>{t('forms.leave')}</Button>
          <Button data-autofocus onClick={blocker.reset}>{t('forms.stay')}</Button>
        </div>
      </div>
    </Modal>
  );
}
