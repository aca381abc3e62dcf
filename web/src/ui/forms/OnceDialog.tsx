import { Button, type ModalProps } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { t } from '@/texts';
import { Dialog } from './Dialog';
import classes from './forms.module.css';
import { Note } from './Note';

interface Props extends Pick<ModalProps, 'title' | 'size'> {
  /** What is lost when it is closed now. */
  lost: string;
  onClose: () => void;
  /** What is shown; it tells when something of it was copied or saved. */
  children: (taken: () => void) => ReactNode;
  acts?: (taken: () => void) => ReactNode;
}

/** A dialog with what is shown this once. It cannot be left by accident, nor by the browser's Back; closing asks once while nothing was copied. */
export function OnceDialog({ lost, onClose, children, acts, ...props }: Props) {
  const [isTaken, setIsTaken] = useState(false);
  const [asks, setAsks] = useState(false);
  const taken = () => { setIsTaken(true); setAsks(false); };
  const close = () => (isTaken || asks ? onClose() : setAsks(true));
  const stay = () => {
    if (!isTaken) setAsks(true);
    return !isTaken;
  };
  useBlocker({ shouldBlockFn: stay, enableBeforeUnload: !isTaken });
  return (
    <Dialog {...props} onClose={close} closeOnClickOutside={false} closeOnEscape={false} withCloseButton={false}>
      <div className={classes.form}>
        {children(taken)}
        {asks && <Note tone="bad">{lost}</Note>}
        <div className={classes.acts}>
          {acts?.(taken)}
          <Button color={asks ? 'bad' : 'accent'} onClick={close}>{asks ? t('forms.closeAnyway') : t('forms.close')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
