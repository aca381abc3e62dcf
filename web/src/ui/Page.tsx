import { useEffect, type ReactNode } from 'react';
import classes from './page.module.css';

interface Props {
  title: string;
  lead?: ReactNode;
  above?: ReactNode;
  acts?: ReactNode;
  children: ReactNode;
  narrow?: boolean;
}

/** A page's head and body. The title is also the tab's. */
export function Page({ title, lead, above, acts, children, narrow }: Props) {
  useEffect(() => {
    document.title = `${title} · Espalier`;
  }, [title]);
  return (
    <div className={classes.page} data-narrow={narrow || undefined}>
      <div className={classes.head}>
        <div className={classes.titles}>
          {above}
          <h1>{title}</h1>
          {lead && <div className={classes.lead}>{lead}</div>}
        </div>
        {acts && <div className={classes.acts}>{acts}</div>}
      </div>
      {children}
    </div>
  );
}

/** A part of a page on a surface of its own. */
export function Card({ title, acts, children, pad, id }: { title?: ReactNode; acts?: ReactNode; children: ReactNode; pad?: boolean; id?: string }) {
  return (
    <section className={classes.card} id={id}>
      {title && <div className={classes.cardHead}><h2>{title}</h2>{acts && <div className={classes.acts}>{acts}</div>}</div>}
      <div className={pad ? classes.pad : undefined}>{children}</div>
    </section>
  );
}

/** Names and values below each other. */
export function Facts({ of }: { of: readonly (readonly [name: string, value: ReactNode] | false | undefined)[] }) {
  return (
    <dl className={classes.facts}>
      {of.map(fact => fact && <div key={fact[0]}><dt>{fact[0]}</dt><dd>{fact[1]}</dd></div>)}
    </dl>
  );
}

/** Numbers in a row. */
export function Figures({ of }: { of: readonly (readonly [name: string, value: ReactNode, tone?: string] | false | undefined)[] }) {
  return (
    <dl className={classes.figures}>
      {of.map(figure => figure && <div key={figure[0]} data-tone={figure[2]}><dt>{figure[0]}</dt><dd>{figure[1]}</dd></div>)}
    </dl>
  );
}
