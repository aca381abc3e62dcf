import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDownload, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { toCsv } from '@/model/lists/csv';
import { sorted, type SortValue } from '@/model/lists/order';
import { fold } from '@/model/search/match';
import { t } from '@/texts';
import { save } from '../save';
import classes from './table.module.css';

export interface Column<T> {
  key: string;
  head: string;
  /** What the column sorts, searches and exports by. */
  value?: (row: T) => SortValue;
  cell?: (row: T) => ReactNode;
  align?: 'end';
  tight?: boolean;
  hide?: 'small' | 'medium' | 'wide';
  /** For columns of buttons: the head is read out, and not shown. */
  isQuiet?: boolean;
}

interface Props<T> {
  /** What the rows are, for the search field and for screen readers. */
  label: string;
  rows: readonly T[];
  rowKey: (row: T) => string;
  columns: readonly Column<T>[];
  /** Opens a row: its first column becomes a button. */
  onOpen?: (row: T) => void;
  /** Keys that mean something on a row, before the list takes them. */
  onRowKey?: (event: KeyboardEvent, row: T) => void;
  empty: ReactNode;
  filters?: ReactNode;
  csv?: string;
  /** Acts on rows that are ticked. */
  acts?: (rows: T[], clear: () => void) => ReactNode;
  initialSort?: { key: string; descending: boolean };
  isSelected?: (row: T) => boolean;
  noSearch?: boolean;
}

const pageSize = 200;

/** A list that is searched, sorted, ticked, saved as CSV, and walked with the arrow keys. */
export function DataTable<T>(props: Props<T>) {
  const { label, rows, rowKey, columns, onOpen, empty, filters, csv, acts, initialSort } = props;
  const [search, setSearch] = useState('');
  const [order, setOrder] = useState(initialSort);
  const [most, setMost] = useState(pageSize);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const wanted = useDeferredValue(fold(search.trim()));

  const found = useMemo(() => {
    const hits = wanted === '' ? rows : rows.filter(row => columns.some(column => fold(String(column.value?.(row) ?? '')).includes(wanted)));
    const by = columns.find(column => column.key === order?.key)?.value;
    return by ? sorted(hits, by, order?.descending ?? false) : hits;
  }, [rows, columns, wanted, order]);
  const shown = found.slice(0, most);
  const chosen = found.filter(row => ticked.has(rowKey(row)));

  if (rows.length === 0 && !filters) return <>{empty}</>;

  const tick = (key: string) => setTicked(old => new Set(old.has(key) ? [...old].filter(one => one !== key) : [...old, key]));
  const download = () => {
    const spoken = columns.filter(column => column.value);
    save(`${csv}.csv`, toCsv(spoken.map(column => column.head), found.map(row => spoken.map(column => column.value?.(row)))), 'text/csv');
  };

  return (
    <div>
      {(!props.noSearch || filters || csv || acts) && <div className={classes.bar}>
        {!props.noSearch && (
          <TextInput className={classes.search} aria-label={t('table.searchIn', { list: label })} placeholder={t('table.search')} type="search" value={search}
            leftSection={<IconSearch size={16} stroke={1.5} />} onChange={event => setSearch(event.currentTarget.value)} />
        )}
        {filters}
        <span className={classes.count} role="status">
          {chosen.length > 0 ? t('table.chosen', { count: chosen.length }) : found.length === rows.length ? t('table.count', { count: rows.length }) : t('table.found', { found: found.length, all: rows.length })}
        </span>
        {chosen.length > 0 && acts?.(chosen, () => setTicked(new Set()))}
        {csv && <ActionIcon aria-label={t('table.csv')} title={t('table.csv')} onClick={download}><IconDownload size={16} stroke={1.5} /></ActionIcon>}
      </div>}
      {rows.length === 0 ? empty : (
        <div className={classes.scroll} tabIndex={0} role="region" aria-label={label}>
          <table className={classes.table}>
            <thead>
              <tr>
                {acts && (
                  <th className={classes.tight}>
                    <Checkbox aria-label={t('table.all')} checked={chosen.length > 0 && chosen.length === found.length} indeterminate={chosen.length > 0 && chosen.length < found.length}
                      onChange={() => setTicked(chosen.length === found.length ? new Set() : new Set(found.map(rowKey)))} />
                  </th>
                )}
                {columns.map(column => <Head key={column.key} column={column} order={order} setOrder={setOrder} />)}
              </tr>
            </thead>
            <tbody onKeyDown={walk}>
              {shown.map(row => {
                const key = rowKey(row);
                return (
                  <tr key={key} data-open={onOpen ? true : undefined} data-selected={props.isSelected?.(row) || ticked.has(key) || undefined}
                    onKeyDown={props.onRowKey && (event => props.onRowKey?.(event, row))}
                    onClick={event => { if (onOpen && !(event.target as Element).closest('button,a,input,label,[role=menu],[role=dialog]')) onOpen(row); }}>
                    {acts && <td className={classes.tight}><Checkbox aria-label={t('table.row', { row: String(columns[0]?.value?.(row) ?? key) })} checked={ticked.has(key)} onChange={() => tick(key)} /></td>}
                    {columns.map((column, i) => (
                      <td key={column.key} className={classOf(column)}>
                        {i === 0 && onOpen ? <button type="button" className={classes.open} data-row-open onClick={() => onOpen(row)}>{cellOf(column, row)}</button> : cellOf(column, row)}
                      </td>
                    ))}
                  </tr>
                );
              })}
              {found.length === 0 && <tr><td colSpan={columns.length + 1}><span className="quiet">{t('table.none', { search })}</span> <Button size="xs" variant="subtle" onClick={() => setSearch('')}>{t('table.clear')}</Button></td></tr>}
            </tbody>
          </table>
        </div>
      )}
      {found.length > most && <div className={classes.more}><Button variant="subtle" onClick={() => setMost(most + pageSize * 5)}>{t('table.more', { count: found.length - most })}</Button></div>}
    </div>
  );
}

const cellOf = <T,>(column: Column<T>, row: T) => (column.cell ? column.cell(row) : column.value?.(row));

const classOf = (column: Column<never>) => [
  column.align === 'end' && classes.end, column.tight && classes.tight, column.hide === 'small' && classes.hideSmall, column.hide === 'medium' && classes.hideMedium, column.hide === 'wide' && classes.hideWide,
].filter(Boolean).join(' ') || undefined;

function Head<T>({ column, order, setOrder }: { column: Column<T>; order?: { key: string; descending: boolean }; setOrder: (order: { key: string; descending: boolean }) => void }) {
  const isOrder = order?.key === column.key;
  const sort = isOrder ? (order.descending ? 'descending' : 'ascending') : undefined;
  const Arrow = isOrder && order.descending ? IconArrowDown : IconArrowUp;
  return (
    <th className={classOf(column)} scope="col" aria-sort={sort}>
      {column.isQuiet ? <span className="unseen">{column.head}</span> : column.value ? (
        <button type="button" className={classes.sort} onClick={() => setOrder({ key: column.key, descending: isOrder && !order.descending })}>
          {column.head}<Arrow size={12} stroke={2} aria-hidden />
        </button>
      ) : column.head}
    </th>
  );
}

/** Arrow keys go from row to row. */
function walk(event: KeyboardEvent<HTMLTableSectionElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.altKey || event.defaultPrevented || !(event.target instanceof HTMLElement) || !event.target.matches('[data-row-open]')) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-open]')];
  all[all.indexOf(event.target) + step]?.focus();
  event.preventDefault();
}

/** A text without places to break it at, such as an e-mail address: cut where there is no room, and in full when one points at it. */
export const Cut = ({ text, tight }: { text: string; tight?: boolean }) => <span className={classes.cut} data-tight={tight || undefined} title={text}>{text}</span>;

/** A second, quiet line within a cell. */
export const Sub = ({ children }: { children: ReactNode }) => <span className={classes.sub}>{children}</span>;
