import { Button, CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { t } from '@/texts';
import { dismiss, useToasts, type Toast } from '../toast';
import classes from './toasts.module.css';

const icons = { good: IconCircleCheck, bad: IconAlertTriangle, plain: IconInfoCircle };

/** News that go away by themselves, but not while somebody is at them. */
export function Toasts() {
  const { toasts } = useToasts();
  const [held, setHeld] = useState(false);
  return (
    <ol className={classes.toasts} aria-live="polite" aria-label={t('states.news')} onMouseEnter={() => setHeld(true)} onMouseLeave={() => setHeld(false)} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
      {toasts.map(toast => <One key={toast.id} toast={toast} held={held} />)}
    </ol>
  );
}

function One({ toast, held }: { toast: Toast; held: boolean }) {
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismiss(toast.id), toast.tone === 'bad' ? 12_000 : 6000);
    return () => clearTimeout(timer);
  }, [held, toast]);
  const Icon = icons[toast.tone];
  return (
    <li className={classes.toast} data-tone={toast.tone}>
      <Icon size={16} stroke={1.5} aria-hidden />
      <span>{toast.message}</span>
      {toast.act && <Button size="xs" variant="subtle" onClick={() => { toast.act?.run(); dismiss(toast.id); }}>{toast.act.label}</Button>}
      <CloseButton size="sm" aria-label={t('states.dismiss')} onClick={() => dismiss(toast.id)} />
    </li>
  );
}
