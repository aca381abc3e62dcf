import { ActionIcon, Button, NativeSelect, TagsInput, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { conditionsOf, filterOf, isMany, needsValue, operatorsOf, parseFilter, type Condition, type ConditionProblem, type Filter, type Operator, type ValueType } from '@/model/filter/filter';
import { t } from '@/texts';
import classes from './filter.module.css';

interface Property { key: string; name: string; type: ValueType }
interface Props {
  label: string;
  description?: string;
  properties: readonly Property[];
  /** As it is at first. */
  initial: Filter;
  /** Told the filter, or nothing while it is not one. */
  onChange: (filter: Filter | undefined) => void;
  error?: string;
}

/** A filter, line by line in words or as JSON, exactly as the API takes it. */
export function FilterField({ label, description, properties, initial, onChange, error }: Props) {
  const id = useId();
  const [lines, setLines] = useState(() => conditionsOf(initial));
  const [json, setJson] = useState(() => JSON.stringify(initial));
  const typeOf = (key: string) => properties.find(property => property.key === key)?.type;
  const problems = lines ? filterOf(lines, typeOf).problems : [];

  const setConditions = (next: readonly Condition[]) => {
    setLines([...next]);
    const made = filterOf(next, typeOf);
    onChange(made.problems.some(Boolean) ? undefined : made.filter);
  };
  const set = (i: number, next: Partial<Condition>) => setConditions(lines!.map((line, j) => (i === j ? { ...line, ...next } : line)));
  const write = (text: string) => {
    setJson(text);
    onChange(parseFilter(text));
  };
  const toJson = () => {
    write(JSON.stringify(filterOf(lines ?? [], typeOf).filter));
    setLines(undefined);
  };
  const words = lines ? undefined : conditionsOf(parseFilter(json) ?? { '': [] });
  const first = properties[0];

  return (
    <div role="group" aria-labelledby={id} className={classes.field}>
      <div className={classes.head}>
        <span id={id} className="mantine-like-label">{label}</span>
        {lines ? <Button size="xs" variant="subtle" onClick={toJson}>{t('filter.asJson')}</Button> : <Button size="xs" variant="subtle" disabled={!words} onClick={() => words && setConditions(words)}>{t('filter.asWords')}</Button>}
      </div>
      {description && <p className="quiet">{description}</p>}
      {lines ? (
        <>
          {lines.length > 0 && <ul className={classes.lines}>{lines.map((line, i) => <Line key={i} number={i + 1} line={line} properties={properties} problem={problems[i]} onChange={next => set(i, next)} onRemove={() => setConditions(lines.filter((_, j) => j !== i))} />)}</ul>}
          <div><Button size="xs" variant="default" leftSection={<IconPlus size={14} stroke={1.5} />} disabled={!first} onClick={() => first && setConditions([...lines, { key: first.key, operator: 'is', values: [] }])}>{t('filter.add')}</Button></div>
        </>
      ) : (
        <Textarea aria-label={t('filter.json')} autosize minRows={2} value={json} onChange={event => write(event.currentTarget.value)} error={parseFilter(json) ? undefined : t('rights.noJson')} spellCheck={false} styles={{ input: { fontFamily: 'var(--mono)', fontSize: 12 } }} />
      )}
      {error && <p className={classes.error} role="alert">{error}</p>}
    </div>
  );
}

interface LineProps { number: number; line: Condition; properties: readonly Property[]; problem: ConditionProblem | undefined; onChange: (next: Partial<Condition>) => void; onRemove: () => void }

function Line({ number, line, properties, problem, onChange, onRemove }: LineProps) {
  const known = properties.find(property => property.key === line.key);
  const type = known?.type ?? 'text';
  const operators = operatorsOf(type).includes(line.operator) ? operatorsOf(type) : [...operatorsOf(type), line.operator];
  // What is not filled in yet is no mistake yet.
  const said = problem && problem !== 'noValue' ? t(`filterProblems.${problem}`) : undefined;
  const value = line.values[0] ?? '';
  const one = (text: string) => onChange({ values: text === '' ? [] : [text] });
  const label = t('filter.value', { number });
  return (
    <li>
      <NativeSelect aria-label={t('filter.property', { number })} value={line.key} onChange={event => onChange({ key: event.currentTarget.value, operator: 'is', values: [] })}
        data={[...(known ? [] : [line.key]), ...properties.map(property => ({ value: property.key, label: property.name }))]} />
      <NativeSelect aria-label={t('filter.operator', { number })} value={line.operator} onChange={event => { const operator = event.currentTarget.value as Operator; onChange({ operator, values: isMany(operator) ? line.values : line.values.slice(0, 1) }); }}
        data={operators.map(name => ({ value: name, label: t(`operators.${name}`) }))} />
      {!needsValue(line.operator) ? <span /> : isMany(line.operator) ? (
        <TagsInput aria-label={label} value={[...line.values]} onChange={values => onChange({ values })} acceptValueOnBlur error={said} placeholder={line.values.length ? undefined : t('forms.tagHint')} comboboxProps={{ disabled: true }} />
      ) : type === 'boolean' ? (
        <NativeSelect aria-label={label} value={value} onChange={event => one(event.currentTarget.value)} data={[{ value: '', label: t('datasets.choose') }, { value: 'true', label: t('filter.yes') }, { value: 'false', label: t('filter.no') }]} />
      ) : (
        <TextInput aria-label={label} type={type === 'date' ? 'date' : 'text'} inputMode={type === 'number' ? 'decimal' : undefined} value={value} error={said} onChange={event => one(event.currentTarget.value)} />
      )}
      <ActionIcon aria-label={t('filter.remove', { number })} onClick={onRemove}><IconTrash size={16} stroke={1.5} /></ActionIcon>
    </li>
  );
}
