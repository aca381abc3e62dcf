import { create } from 'zustand';
import { ApiError } from '@/api/errors';
import { t } from '@/texts';

interface Act { label: string; run: () => void }
export interface Toast { id: number; message: string; tone: 'good' | 'bad' | 'plain'; act?: Act }

export const useToasts = create<{ toasts: Toast[] }>(() => ({ toasts: [] }));
let last = 0;

export const dismiss = (id: number) => useToasts.setState(({ toasts }) => ({ toasts: toasts.filter(toast => toast.id !== id) }));

function show(message: string, tone: Toast['tone'], act?: Act) {
  // The same news twice is one piece of news.
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.filter(toast => toast.message !== message), { id: ++last, message, tone, act }].slice(-4) }));
}

/** Short news, at the foot of the page. */
export const toast = {
  good: (message: string, undo?: () => void) => show(message, 'good', undo && { label: t('states.undo'), run: undo }),
  plain: (message: string) => show(message, 'plain'),
  bad: (message: string, act?: Act) => show(message, 'bad', act),
  failed: (error: unknown) => !(error instanceof ApiError && error.status === 401) && show(error instanceof ApiError ? `${error.message} (${error.code})` : String(error), 'bad'),
};
