import { t } from '@/texts';
import classes from './states.module.css';

/** Bars in place of what is on its way; nothing at all in the first 150 ms. */
export function Loading({ rows = 4 }: { rows?: number }) {
  return (
    <div className={`${classes.bars} ${classes.late}`} role="status" aria-label={t('states.loading')}>
      {Array.from({ length: rows }, (_, i) => <span key={i} className={classes.bar} style={{ width: `${[72, 90, 64, 82, 56][i % 5]}%` }} />)}
    </div>
  );
}
