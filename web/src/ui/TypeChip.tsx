import { useComputedColorScheme } from '@mantine/core';
import { categories, placeOf } from '@/model/colour/palettes';
import classes from './forms/forms.module.css';

const order = ['PEOPLE', 'POSITIONS', 'ROLES', 'ACTIVITIES', 'PROCESSES', 'COMPETENCIES', 'OBJECTIVES', 'PROJECTS', 'LINKS', 'LOOKUP', 'SURVEY'];

/** A dataset's type with its colour, which is the same wherever the type appears. */
export function TypeChip({ type }: { type: string }) {
  const { colours, others } = categories[useComputedColorScheme('light')];
  const known = order.indexOf(type);
  const colour = known < 0 ? colours[placeOf(type, colours.length)] : colours[known] ?? others;
  return <span className={classes.tag}><span className={classes.dot} style={{ background: colour }} aria-hidden />{type}</span>;
}
