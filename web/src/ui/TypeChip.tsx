import { useComputedColorScheme } from '@mantine/core';
import { categories, placeOf } from '@/model/colour/palettes';
import classes from './forms/forms.module.css';

/** A dataset's type with its colour, which is the same wherever the type appears. */
export function TypeChip({ type }: { type: string }) {
  const { colours } = categories[useComputedColorScheme('light')];
  return <span className={classes.tag}><span className={classes.dot} style={{ background: colours[placeOf(type, colours.length)] }} aria-hidden />{type}</span>;
}
