import { ActionIcon } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { t } from '@/texts';
import classes from './forms.module.css';

/** Copies, and says so for a moment. */
export function useCopy(): [copied: boolean, copy: (text: string) => void] {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  return [copied, text => void navigator.clipboard.writeText(text).then(() => setCopied(true))];
}

export function CopyButton({ value, label, onCopy }: { value: string; label: string; onCopy?: () => void }) {
  const [copied, copy] = useCopy();
  return (
    <ActionIcon aria-label={copied ? t('forms.copied') : label} title={copied ? t('forms.copied') : label} onClick={() => { copy(value); onCopy?.(); }}>
      {copied ? <IconCheck size={16} stroke={1.5} /> : <IconCopy size={16} stroke={1.5} />}
    </ActionIcon>
  );
}

/** A value to be taken elsewhere, in one line. */
export function CopyLine({ value, label, onCopy }: { value: string; label: string; onCopy?: () => void }) {
  return (
    <span className={classes.copyLine}>
      <code>{value}</code>
      <CopyButton value={value} label={label} onCopy={onCopy} />
    </span>
  );
}

/** Lines of code, to be taken elsewhere. */
export function CopyBlock({ value, label, wrap, onCopy }: { value: string; label: string; wrap?: boolean; onCopy?: () => void }) {
  return (
    <div className={classes.copyBlock} data-wrap={wrap || undefined}>
      <pre tabIndex={0} role="region" aria-label={label}>{value}</pre>
      <CopyButton value={value} label={label} onCopy={onCopy} />
    </div>
  );
}
