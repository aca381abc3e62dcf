import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ApiError } from '@/api/errors';
import { tokensQuery, createToken, type MadeToken } from '@/api/queries/tokens';
import { dayAfter } from '@/model/tokens/validity';
import { t } from '@/texts';
import { Choice } from '@/ui/forms/Choice';
import forms from '@/ui/forms/forms.module.css';
import { Refusal } from '@/ui/forms/Note';
import { SubnetInput } from '@/ui/forms/SubnetInput';
import { useAct } from '@/ui/forms/useAct';

const lengths = { quarter: { days: 90 }, year: { years: 1 } } as const;

/** A new token: what it is called, how long it holds, and from where. */
export function NewTokenForm({ own, onMade, onCancel }: { own?: string; onMade: (token: MadeToken) => void; onCancel?: () => void }) {
  const today = new Date().toISOString().slice(0, 10);
  const [name, setName] = useState('');
  const [start, setStart] = useState(today);
  const [length, setLength] = useState<keyof typeof lengths | 'custom'>('quarter');
  const [customEnd, setCustomEnd] = useState('');
  const [subnets, setSubnets] = useState<string[]>([]);
  const [isTyping, setIsTyping] = useState(false);
  const end = length === 'custom' ? customEnd : dayAfter(start || today, lengths[length]);
  const isBackwards = end !== '' && start !== '' && end < start;
  const make = useAct(() => createToken({ name: name.trim(), subnets, ...(start && start !== today ? { start } : {}), ...(end ? { end } : {}) }), { stale: [tokensQuery.queryKey], then: onMade, ownErrors: true });
  const said = make.error instanceof ApiError ? make.error.byField() : {};
  const saidOfSubnets = Object.entries(said).filter(([field]) => field.startsWith('subnets')).map(([, message]) => message).join(' ') || undefined;
  return (
    <form className={forms.form} onSubmit={event => { event.preventDefault(); if (!isBackwards && !isTyping) make.mutate(undefined); }}>
      <div className={forms.pair}>
        <TextInput label={t('tokens.name')} placeholder={t('tokens.nameSample')} required withAsterisk={false} maxLength={100} autoFocus={onCancel !== undefined} value={name} error={said['name']} onChange={event => setName(event.currentTarget.value)} />
        <TextInput type="date" label={t('tokens.start')} value={start} error={said['start']} onChange={event => setStart(event.currentTarget.value)} />
        <TextInput type="date" label={t('tokens.end')} min={start} value={end} error={isBackwards ? t('tokens.backwards') : said['end']} onChange={event => { setLength('custom'); setCustomEnd(event.currentTarget.value); }} />
        <Choice labelShown label={t('tokens.length')} value={length} onChange={value => { if (value === 'custom') setCustomEnd(end); setLength(value); }}
          data={[{ value: 'quarter', label: t('tokens.quarter') }, { value: 'year', label: t('tokens.year') }, { value: 'custom', label: t('tokens.custom') }]} />
      </div>
      <SubnetInput label={t('tokens.subnets')} value={subnets} onChange={setSubnets} own={own} error={saidOfSubnets} onPending={setIsTyping} />
      <Refusal error={make.error} fields={['name', 'start', 'end', ...Object.keys(said).filter(field => field.startsWith('subnets'))]} />
      <div className={forms.acts}>
        {onCancel && <Button variant="default" onClick={onCancel}>{t('forms.cancel')}</Button>}
        <Button type="submit" loading={make.isPending}>{t('tokens.create')}</Button>
      </div>
    </form>
  );
}
