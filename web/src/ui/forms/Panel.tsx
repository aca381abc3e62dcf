import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '@/texts';
import { useReturnFocus } from './useReturnFocus';

/** A form beside the list that it belongs to. */
export function Panel({ title, onClose, children, wide }: { title: ReactNode; onClose: () => void; children: ReactNode; wide?: boolean }) {
  useReturnFocus();
  return (
    <Drawer opened onClose={onClose} title={title} position="right" size={wide ? 620 : 440} closeButtonProps={{ 'aria-label': t('forms.close') }}
      overlayProps={{ color: 'var(--veil)', backgroundOpacity: 1 }} transitionProps={{ duration: 120 }}>
      {children}
    </Drawer>
  );
}
