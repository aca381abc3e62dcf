import { Button, TagsInput } from '@mantine/core';
import { useState } from 'react';
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
  /** Told whether there is something in the field that is not an entry yet. */
  onPending?: (pending: boolean) => void;
}

/** Addresses and ranges, each checked while it is typed. */
export function SubnetInput({ label, value, onChange, own, description, error, onPending }: Props) {
  const [search, setSearch] = useState('');
  const check = search.trim() === '' ? undefined : checkSubnet(search);
  const meant = check && !check.ok && check.problem === 'hostBits' ? withoutHostBits(search) : undefined;
  const problem = check && !check.ok ? t(`subnets.${check.problem}`, { meant: meant ?? '' }) : undefined;
  // A range without its length is a good address already: no red while somebody is still typing.
  const shown = problem && /[./:].*[./:]|[^\d./:a-f]/i.test(search) ? problem : undefined;

  const type = (text: string) => {
    setSearch(text);
    onPending?.(text.trim() !== '');
  };
  const take = (entries: string[]) => {
    const checked = entries.map(entry => checkSubnet(entry));
    if (checked.some(one => !one.ok)) return;
    onChange([...new Set(checked.map(one => (one.ok ? one.text : '')))]);
    type('');
  };
  const add = (entry: string) => take([...value, entry]);

  return (
    <div className={classes.form} style={{ gap: 8 }}>
      <TagsInput
        label={label} description={description} value={value} searchValue={search} onSearchChange={type} onChange={take}
        error={shown ?? error} placeholder={value.length === 0 ? t('subnets.placeholder') : undefined} splitChars={[',', ' ', ';']} clearable={false}
        onBlur={() => { if (check?.ok) add(search); }}
        comboboxProps={{ disabled: true }} spellCheck={false}
      />
      <div className={classes.tags}>
        {meant && <Button size="xs" variant="light" onClick={() => add(meant)}>{t('subnets.use', { subnet: meant })}</Button>}
        {own && !isWithin(own, value.length ? value : ['255.255.255.255']) && <Button size="xs" variant="light" onClick={() => add(own)}>{t('subnets.addOwn', { address: own })}</Button>}
      </div>
      {value.length === 0 && <p className="quiet">{t('subnets.anywhere')}</p>}
      {own && value.length > 0 && !isWithin(own, value) && <Note tone="warn">{t('subnets.ownOutside', { address: own })}</Note>}
    </div>
  );
}
