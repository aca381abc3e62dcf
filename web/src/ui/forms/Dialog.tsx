import { Modal, type ModalProps } from '@mantine/core';
import { t } from '@/texts';
import { useReturnFocus } from './useReturnFocus';

/** A dialog over the page, as long as it is there. */
export function Dialog(props: Omit<ModalProps, 'opened'>) {
  useReturnFocus();
  return <Modal opened closeButtonProps={{ 'aria-label': t('forms.close') }} {...props} />;
}
