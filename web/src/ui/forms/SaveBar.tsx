import { Button } from '@mantine/core';
import { t } from '@/texts';
import { DirtyGuard } from './DirtyGuard';
import classes from './forms.module.css';

/** The foot of a form on a page: there while something is unsaved. */
export function SaveBar({ dirty, pending, onReset, onSave, disabled }: { dirty: boolean; pending: boolean; disabled?: boolean; onReset: () => void; onSave?: () => void }) {
  return (
    <>
      <DirtyGuard when={dirty && !pending} />
      {dirty && (
        <div className={classes.saveBar}>
          <span>{t('forms.dirty')}</span>
          <Button variant="default" onClick={onReset} disabled={pending}>{t('forms.discard')}</Button>
          <Button type={onSave ? 'button' : 'submit'} onClick={onSave} loading={pending} disabled={disabled}>{t('forms.save')}</Button>
        </div>
      )}
    </>
  );
}
