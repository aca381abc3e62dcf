import { Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { checkSubnet, isWithin, withoutHostBits } from '@/model/net/subnets';
import { t } from '@/texts';
import { Note } from './Note';
import classes from './forms.module.css';

interface Props {
  label: string;
  value: string[];
  onChange: (value: string[]) => void;
  /** The caller's own address, to be offered and to warn when it is left out. */
  own?: string;
  description?: string;
  /** What the server said of the value. */
  error?: string;
  /** Told whether there is something in the field that is no entry, so that it cannot be saved. */
  onPending?: (pending: boolean) => void;
}

/** Addresses and ranges, each checked while it is typed. */
export function SubnetInput({ label, value, onChange, own, description, error, onPending }: Props) {
  const [search, setSearch] = useState('');
  const [isLeft, setIsLeft] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const check = search.trim() === '' ? undefined : checkSubnet(search);
  const meant = check && !check.ok && check.problem === 'hostBits' ? withoutHostBits(search) : undefined;
  const problem = check && !check.ok ? t(`subnets.${check.problem}`, { meant: meant ?? '' }) : undefined;
  // A range without its length is a good address already: no red while somebody is still typing.
  const shown = problem && (isLeft || /[./:].*[./:]|[^\d./:a-f]/i.test(search)) ? problem : undefined;

  const type = (text: string) => {
    setSearch(text);
    setIsLeft(false);
    onPending?.(text.trim() !== '' && !entriesOf(text));
  };
  // Several at once may be pasted.
  const take = (text: string) => {
    const entries = entriesOf(text);
    if (!entries) return false;
    onChange([...new Set([...value, ...entries])]);
    type('');
    return true;
  };
  const leave = () => take(search) || setIsLeft(search.trim() !== '');

  // A button of the form is pressed while something is typed: leaving the field would move the button away from under the pointer. So
  // the field is left when the press is over, and what is typed goes along; what is no entry holds the form back and is told.
  useEffect(() => {
    const form = field.current?.form;
    if (!form || search.trim() === '') return;
    const buttonOf = (event: MouseEvent) => (event.target instanceof Element ? event.target.closest('button') : null);
    const hold = (event: MouseEvent) => buttonOf(event) && document.activeElement === field.current && event.preventDefault();
    const send = (event: MouseEvent) => {
      if (buttonOf(event)?.type !== 'submit') return;
      if (entriesOf(search)) return flushSync(() => { take(search); });
      event.preventDefault();
      setIsLeft(true);
      field.current?.focus();
    };
    form.addEventListener('mousedown', hold);
    form.addEventListener('click', send, true);
    return () => {
      form.removeEventListener('mousedown', hold);
      form.removeEventListener('click', send, true);
    };
  });

  return (
    <div className={classes.subnets}>
      <div className={classes.entry}>
        <TextInput ref={field} label={label} description={description} value={search} error={shown ?? error} placeholder={t('subnets.placeholder')} spellCheck={false} autoComplete="off" onChange={event => type(event.currentTarget.value)} onBlur={leave}
          onPaste={event => { if (take(event.clipboardData.getData('text'))) event.preventDefault(); }}
          onKeyDown={event => {
            if (!/^([,; ]|Enter)$/.test(event.key) || search.trim() === '') return;
            event.preventDefault();
            take(search);
          }} />
      </div>
      {value.length > 0 && (
        <ul className={classes.tags}>
          {value.map(entry => <li key={entry} className={classes.pill}>{entry}<button type="button" aria-label={t('subnets.remove', { subnet: entry })} onClick={() => onChange(value.filter(one => one !== entry))}><IconX size={14} stroke={1.5} aria-hidden /></button></li>)}
        </ul>
      )}
      <div className={classes.tags}>
        {meant && <Button size="xs" variant="light" onClick={() => take(meant)}>{t('subnets.use', { subnet: meant })}</Button>}
        {own && !isWithin(own, value.length ? value : ['255.255.255.255']) && <Button size="xs" variant="light" onClick={() => { onChange([...value, checkedText(own)]); }}>{t('subnets.addOwn', { address: own })}</Button>}
      </div>
      {value.length === 0 && <p className="quiet">{t('subnets.anywhere')}</p>}
      {own && value.length > 0 && !isWithin(own, value) && <Note tone="warn">{t('subnets.ownOutside', { address: own })}</Note>}
    </div>
  );
}

/** The entries that a text holds; nothing when one of them is none. */
function entriesOf(text: string): string[] | undefined {
  const checks = text.split(/[\s,;]+/).filter(Boolean).map(checkSubnet);
  return checks.length > 0 && checks.every(one => one.ok) ? checks.map(one => (one.ok ? one.text : '')) : undefined;
}

const checkedText = (entry: string) => {
  const check = checkSubnet(entry);
  return check.ok ? check.text : entry;
};
