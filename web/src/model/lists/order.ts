export type SortValue = string | number | boolean | null | undefined;

const words = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Sorts a copy; blanks come last in either direction, and equal ones keep their order. */
export function sorted<T>(rows: readonly T[], valueOf: (row: T) => SortValue, descending: boolean): T[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [valueOf(a), valueOf(b)];
    const [noX, noY] = [isBlank(x), isBlank(y)];
    if (noX || noY) return noX && noY ? 0 : noX ? 1 : -1;
    return sign * (typeof x === 'number' && typeof y === 'number' ? x - y : words.compare(String(x), String(y)));
  });
}

const isBlank = (value: SortValue) => value === null || value === undefined || value === '';

/** Moves one of a list up or down. What would leave the list stays. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  if (from < 0 || from >= list.length || to < 0 || to >= list.length || from === to) return [...list];
  const result = [...list];
  result.splice(to, 0, ...result.splice(from, 1));
  return result;
}
