import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ApiError } from '@/api/errors';
import { Trace } from '../states/Failed';
import classes from './forms.module.css';

export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'accent';

/** A remark within a page. */
export function Note({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  const Icon = tone === 'good' ? IconCircleCheck : tone === 'plain' || tone === 'accent' ? IconInfoCircle : IconAlertTriangle;
  return (
    <div className={classes.note} data-tone={tone} role={tone === 'bad' ? 'alert' : undefined}>
      <Icon size={16} stroke={1.5} aria-hidden />
      <div>{children}</div>
    </div>
  );
}

/** Why the last act did not work, above a form's buttons. Problems that have a field are shown there, not here. */
export function Refusal({ error, fields = [] }: { error: unknown; fields?: readonly string[] }) {
  if (!error) return null;
  if (!(error instanceof ApiError)) return <Note tone="bad">{String(error)}</Note>;
  const elsewhere = Object.entries(error.byField()).filter(([field]) => !fields.includes(field));
  if (elsewhere.length === 0) return null;
  return (
    <Note tone="bad">
      {elsewhere.map(([field, message]) => <p key={field}>{message}</p>)}
      {!error.isOffline && <Trace error={error} />}
    </Note>
  );
}

/** A word about the state of something. */
export function Tag({ tone = 'plain', children, title }: { tone?: Tone; children: ReactNode; title?: string }) {
  return <span className={classes.tag} data-tone={tone} title={title}>{children}</span>;
}

export function Tags({ values }: { values: readonly string[] }) {
  return <span className={classes.tags}>{values.map(value => <Tag key={value}>{value}</Tag>)}</span>;
}
