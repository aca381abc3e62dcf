import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ApiError } from '@/api/errors';
import { t } from '@/texts';

function show(message: string, tone: 'good' | 'bad' | 'plain', undo?: () => void) {
  const id = notifications.show({
    withBorder: true,
    className: `toast-${tone}`,
    role: tone === 'bad' ? 'alert' : 'status',
    autoClose: tone === 'bad' ? 12_000 : 6000,
    closeButtonProps: { 'aria-label': t('states.dismiss') },
    message: undo
      ? <span className="toast-line">{message} <Button size="xs" variant="subtle" onClick={() => { notifications.hide(id); undo(); }}>{t('states.undo')}</Button></span>
      : message,
  });
}

/** Short news, at the foot of the page. */
export const toast = {
  good: (message: string, undo?: () => void) => show(message, 'good', undo),
  plain: (message: string) => show(message, 'plain'),
  bad: (message: string) => show(message, 'bad'),
  failed: (error: unknown) => show(error instanceof ApiError ? `${error.message} (${error.code})` : String(error), 'bad'),
};
