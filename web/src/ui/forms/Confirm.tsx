import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { t } from '@/texts';
import { Dialog } from './Dialog';
import classes from './forms.module.css';
import { Refusal } from './Note';

interface Props {
  title: string;
  children: ReactNode;
  act: string;
  /** What has to be typed first, where the act cannot be taken back. */
  typed?: string;
  isDangerous?: boolean;
  isPending?: boolean;
  error?: unknown;
  onConfirm: () => void;
  onClose: () => void;
}

/** Says what an act will do and asks for a yes. */
export function Confirm({ title, children, act, typed, isDangerous = true, isPending, error, onConfirm, onClose }: Props) {
  const [text, setText] = useState('');
  const ready = typed === undefined || text.trim() === typed;
  return (
    <Dialog onClose={onClose} title={title}>
      <form className={classes.form} onSubmit={event => { event.preventDefault(); if (ready) onConfirm(); }}>
        <div>{children}</div>
        {typed !== undefined && <TextInput data-autofocus label={t('forms.typeToConfirm', { text: typed })} value={text} onChange={event => setText(event.currentTarget.value)} autoComplete="off" />}
        <Refusal error={error} />
        <div className={classes.acts}>
          <Button variant="default" onClick={onClose}>{t('forms.cancel')}</Button>
          <Button type="submit" color={isDangerous ? 'bad' : 'accent'} disabled={!ready} loading={isPending} data-autofocus={typed === undefined ? true : undefined}>{act}</Button>
        </div>
      </form>
    </Dialog>
  );
}
