import { Button } from '@mantine/core';
import { t } from '@/texts';
import { Dialog } from './Dialog';
import classes from './forms.module.css';

export function Unsaved({ onLeave, onStay }: { onLeave: () => void; onStay: () => void }) {
  return (
    <Dialog onClose={onStay} title={t('forms.unsavedTitle')}>
      <div className={classes.form}>
        <p>{t('forms.unsaved')}</p>
        <div className={classes.acts}>
          <Button variant="default" onClick={onLeave}>{t('forms.leave')}</Button>
          <Button data-autofocus onClick={onStay}>{t('forms.stay')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
