import { Modal, type ModalProps } from '@mantine/core';
import { t } from '@/texts';
import { useReturnFocus } from './useReturnFocus';
import { useTopmost } from './useTopmost';

/** A dialog over the page, as long as it is there. */
export function Dialog({ onClose, ...props }: Omit<ModalProps, 'opened'>) {
  useReturnFocus();
  const isTopmost = useTopmost();
  return <Modal opened closeButtonProps={{ 'aria-label': t('forms.close') }} onClose={() => isTopmost() && onClose()} {...props} />;
}
