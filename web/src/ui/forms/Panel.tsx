import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { mayLoseLatest } from '@/state/unsaved';
import { t } from '@/texts';
import { DirtyGuard } from './DirtyGuard';
import { useReturnFocus } from './useReturnFocus';
import { useTopmost } from './useTopmost';

interface Props { title: ReactNode; onClose: () => void; children: ReactNode; wide?: boolean; /** Whether something in it is not saved: then it asks before it closes. */ dirty?: boolean }

/** A form beside the list that it belongs to. */
export function Panel({ title, onClose, children, wide, dirty = false }: Props) {
  useReturnFocus();
  const isTopmost = useTopmost();
  const close = async () => {
    if (isTopmost() && (!dirty || await mayLoseLatest())) onClose();
  };
  return (
    <Drawer opened onClose={() => void close()} title={title} position="right" size={wide ? 620 : 440} closeButtonProps={{ 'aria-label': t('forms.close') }}
      overlayProps={{ color: 'var(--veil)', backgroundOpacity: 1 }} transitionProps={{ duration: 120 }}>
      {children}
      <DirtyGuard when={dirty} />
    </Drawer>
  );
}
