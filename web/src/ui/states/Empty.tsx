import type { ReactNode } from 'react';
import classes from './states.module.css';

/** Nothing is here yet: one sentence, and what to do about it. */
export function Empty({ icon, title, children, act }: { icon: ReactNode; title: string; children?: ReactNode; act?: ReactNode }) {
  return (
    <div className={`${classes.state} ${classes.center}`}>
      <span className={classes.icon} aria-hidden>{icon}</span>
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {act && <div className={classes.acts}>{act}</div>}
    </div>
  );
}
