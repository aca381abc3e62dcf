import { create } from 'zustand';
import { ApiError } from '@/api/errors';

export interface Toast { id: number; message: string; tone: 'good' | 'bad' | 'plain'; undo?: () => void }

export const useToasts = create<{ toasts: Toast[] }>(() => ({ toasts: [] }));
let last = 0;

export const dismiss = (id: number) => useToasts.setState(({ toasts }) => ({ toasts: toasts.filter(toast => toast.id !== id) }));

function show(message: string, tone: Toast['tone'], undo?: () => void) {
  // The same news twice is one piece of news.
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.filter(toast => toast.message !== message), { id: ++last, message, tone, undo }].slice(-4) }));
}

/** Short news, at the foot of the page. */
export const toast = {
  good: (message: string, undo?: () => void) => show(message, 'good', undo),
  plain: (message: string) => show(message, 'plain'),
  bad: (message: string) => show(message, 'bad'),
  failed: (error: unknown) => !(error instanceof ApiError && error.status === 401) && show(error instanceof ApiError ? `${error.message} (${error.code})` : String(error), 'bad'),
};
