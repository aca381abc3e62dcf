import { Button, Modal } from '@mantine/core';
import { t } from '@/texts';
import classes from './forms.module.css';

export function Unsaved({ onLeave, onStay }: { onLeave: () => void; onStay: () => void }) {
  return (
    <Modal opened onClose={onStay} title={t('forms.unsavedTitle')} closeButtonProps={{ 'aria-label': t('forms.close') }}>
      <div className={classes.form}>
        <p>{t('forms.unsaved')}</p>
        <div className={classes.acts}>
          <Button variant="default" onClick={onLeave}>{t('forms.leave')}</Button>
          <Button data-autofocus onClick={onStay}>{t('forms.stay')}</Button>
        </div>
      </div>
    </Modal>
  );
}
