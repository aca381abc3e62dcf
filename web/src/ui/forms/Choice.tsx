import { useId } from 'react';
import classes from './forms.module.css';

interface Props<T extends string> { label: string; value: T; onChange: (value: T) => void; data: readonly { value: T; label: string }[]; labelShown?: boolean }

/** One of a few, side by side: radio buttons that look like parts of one control. */
export function Choice<T extends string>({ label, value, onChange, data, labelShown }: Props<T>) {
  const name = useId();
  return (
    <fieldset className={classes.choice}>
      <legend className={labelShown ? 'mantine-like-label' : 'unseen'}>{label}</legend>
      <div>
        {data.map(one => (
          <label key={one.value} data-chosen={one.value === value || undefined}>
            <input type="radio" name={name} value={one.value} checked={one.value === value} onChange={() => onChange(one.value)} />{one.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
