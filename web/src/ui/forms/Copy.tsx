import { ActionIcon } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { t } from '@/texts';
import { toast } from '../toast';
import classes from './forms.module.css';

interface Props {
  value: string;
  label: string;
  /** Told when it has been copied, and not before. */
  onCopy?: () => void;
}

/** Copies what is selected, where the browser has no clipboard for pages: without https it has none. */
function copySelected(shown: HTMLElement | null): boolean {
  if (shown) getSelection()?.selectAllChildren(shown);
  try {
    return shown !== null && document.execCommand('copy');
  } catch {
    return false;
  }
}

export function CopyButton({ value, label, onCopy, shown }: Props & { shown?: RefObject<HTMLElement | null> }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
    } catch {
      const element = shown?.current ?? null;
      if (!copySelected(element)) return toast.bad(t(element ? 'forms.notCopiedSelected' : 'forms.notCopied'));
    }
    setCopied(true);
    onCopy?.();
  };
  return (
    <ActionIcon aria-label={copied ? t('forms.copied') : label} title={copied ? t('forms.copied') : label} onClick={() => void copy()}>
      {copied ? <IconCheck size={16} stroke={1.5} /> : <IconCopy size={16} stroke={1.5} />}
    </ActionIcon>
  );
}

/** A value to be taken elsewhere, in one line. */
export function CopyLine(props: Props) {
  const shown = useRef<HTMLElement>(null);
  return (
    <span className={classes.copyLine}>
      <code ref={shown}>{props.value}</code>
      <CopyButton {...props} shown={shown} />
    </span>
  );
}

/** Lines of code, to be taken elsewhere. */
export function CopyBlock({ wrap, ...props }: Props & { wrap?: boolean }) {
  const shown = useRef<HTMLPreElement>(null);
  const byHand = () => getSelection()?.toString().includes(props.value.trim()) && props.onCopy?.();
  return (
    <div className={classes.copyBlock} data-wrap={wrap || undefined}>
      <pre ref={shown} tabIndex={0} role="region" aria-label={props.label} onCopy={byHand}>{props.value}</pre>
      <CopyButton {...props} shown={shown} />
    </div>
  );
}
