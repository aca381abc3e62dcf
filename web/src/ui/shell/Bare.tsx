import { useEffect, type ReactNode } from 'react';
import { t } from '@/texts';
import classes from './bare.module.css';
import { Mark } from './Mark';

/** A page without the frame: doors, and what stands in front of them. */
export function Bare({ title, lead, children, foot, shown = false }: { title: string; lead?: ReactNode; children: ReactNode; foot?: ReactNode; shown?: boolean }) {
  useEffect(() => {
    document.title = `${title} · Espalier`;
  }, [title]);
  return (
    <main className={classes.page}>
      <div className={classes.box}>
        <div className={classes.brand}><Mark size={28} /><span>{t('app.name')}</span></div>
        <div className={classes.card}>
          <h1 className={shown ? undefined : 'unseen'}>{title}</h1>
          {lead && <p className={classes.lead}>{lead}</p>}
          {children}
        </div>
        {foot && <div className={classes.foot}>{foot}</div>}
      </div>
    </main>
  );
}
