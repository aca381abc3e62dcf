import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconSearch } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { Fragment, useRef, useState } from 'react';
import type { DatasetSummary } from '@/api/queries/datasets';
import { changeRights, rightsQuery, type Level, type Rights } from '@/api/queries/people';
import { queryClient } from '@/api/queryClient';
import { fold } from '@/model/search/match';
import { t } from '@/texts';
import { useAct } from '@/ui/forms/useAct';
import { Card } from '@/ui/Page';
import { toast } from '@/ui/toast';
import classes from './matrix.module.css';
import { RuleList } from './RuleList';

const levels = ['read', 'update', 'modify', 'manage'] as const;
const pageSize = 25;

interface Props { tenantId: string; datasets: DatasetSummary[]; groups: readonly string[]; current: string; isEdited: boolean; onOpen: (datasetId: string) => void }
type Change = { dataset: DatasetSummary; group: string; level: Level | undefined; before: Level | undefined };

/** The rights without or with a group's level. */
function withLevel(rights: Rights, { group, level }: Change): Rights {
  const others = (rights.grants ?? []).filter(grant => grant.group !== group);
  return { ...rights, grants: level ? [...others, { group, level }] : others };
}

/** Datasets below each other, groups side by side, and what each may do. A level that is chosen holds at once. */
export function RightsMatrix({ tenantId, datasets, groups, current, isEdited, onOpen }: Props) {
  const [search, setSearch] = useState('');
  const [most, setMost] = useState(pageSize);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const found = datasets.filter(one => fold(one.name).includes(fold(search.trim()))).sort((a, b) => a.name.localeCompare(b.name));
  const shown = found.slice(0, most);
  const rights = useQueries({ queries: shown.map(one => rightsQuery(tenantId, one.datasetId)) });
  const granted = rights.flatMap(one => (one.data?.grants ?? []).map(grant => grant.group));
  const names = ['user', ...[...new Set([...groups, ...granted])].filter(name => name !== 'user').sort()];
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const save = useAct((change: Change) => {
    const { queryKey } = rightsQuery(tenantId, change.dataset.datasetId);
    // Shown at once, and written one after the other: each write replaces all of a dataset's rights.
    queryClient.setQueryData(queryKey, old => old && withLevel(old, change));
    const written = queue.current.then(() => changeRights(tenantId, change.dataset.datasetId, fresh => withLevel(fresh, change)));
    queue.current = written.catch(() => queryClient.invalidateQueries({ queryKey }));
    return written;
  }, {
    stale: [['t', tenantId, 'datasets']], repeats: true,
    then: (_, change) => {
      const words = { group: change.group, dataset: change.dataset.name };
      toast.good(change.level ? t('rights.given', { ...words, level: t(`levels.${change.level}`) }) : t('rights.taken', words), () => save.mutate({ ...change, level: change.before, before: change.level }));
    },
  });
  const toggle = (id: string) => setOpen(old => new Set(old.has(id) ? [...old].filter(one => one !== id) : [...old, id]));
  return (
    <Card title={t('rights.matrix')} acts={datasets.length > 8 && <TextInput type="search" size="xs" aria-label={t('table.searchIn', { list: t('pages.datasets') })} placeholder={t('table.search')} leftSection={<IconSearch size={14} stroke={1.5} />} value={search} onChange={event => setSearch(event.currentTarget.value)} />}>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('rights.matrix')}>
        <table className={classes.matrix}>
          <thead>
            <tr>
              <th scope="col" className={classes.first}>{t('pages.datasets')}</th>
              <th scope="col">{t('datasets.owner')}</th>
              {names.map(name => <th key={name} scope="col" title={name === 'user' ? t('groupMeanings.user') : undefined}>{name}</th>)}
            </tr>
          </thead>
          <tbody>
            {shown.map((dataset, i) => {
              const { data, isError } = rights[i]!;
              const isOpen = open.has(dataset.datasetId);
              const isFrozen = isEdited && dataset.datasetId === current;
              const rules = (data?.properties?.length ?? 0) + (data?.rows?.length ?? 0);
              return (
                <Fragment key={dataset.datasetId}>
                  <tr data-selected={dataset.datasetId === current || undefined}>
                    <th scope="row" className={classes.first}>
                      <span className={classes.name}>
                        <ActionIcon size="sm" disabled={!data} aria-expanded={isOpen} aria-label={t('rights.rulesOf', { name: dataset.name })} onClick={() => toggle(dataset.datasetId)}>{isOpen ? <IconChevronDown size={14} stroke={1.5} /> : <IconChevronRight size={14} stroke={1.5} />}</ActionIcon>
                        <button type="button" className={classes.open} aria-current={dataset.datasetId === current || undefined} onClick={() => onOpen(dataset.datasetId)}>{dataset.name}</button>
                        {rules > 0 && <span className="quiet">{t('rights.rules', { count: rules })}</span>}
                      </span>
                    </th>
                    <td>{data?.owner ?? dataset.owner}</td>
                    {isError ? <td colSpan={names.length}><span className="quiet">{t('rights.notYours')}</span></td> : names.map(group => (
                      <td key={group}>
                        <Cell label={t('rights.cell', { group, dataset: dataset.name })} level={data?.grants?.find(grant => grant.group === group)?.level} hint={isFrozen ? t('rights.saveFirst') : undefined} disabled={!data || isFrozen}
                          onChange={(level, before) => save.mutate({ dataset, group, level, before })} />
                      </td>
                    ))}
                  </tr>
                  {isOpen && data && <tr className={classes.rules}><td colSpan={names.length + 2}><RuleList rights={data} /></td></tr>}
                </Fragment>
              );
            })}
            {found.length === 0 && <tr><td colSpan={names.length + 2}><span className="quiet">{t('table.none', { search })}</span></td></tr>}
          </tbody>
        </table>
      </div>
      {found.length > most && <div className={classes.more}><Button size="xs" variant="subtle" onClick={() => setMost(most + pageSize)}>{t('table.more', { count: found.length - most })}</Button></div>}
    </Card>
  );
}

interface CellProps { label: string; level: Level | undefined; hint: string | undefined; disabled: boolean; onChange: (level: Level | undefined, before: Level | undefined) => void }

function Cell({ label, level, hint, disabled, onChange }: CellProps) {
  return (
    <select className={classes.cell} aria-label={label} data-level={level ?? 'none'} title={hint} disabled={disabled} value={level ?? ''} onChange={event => onChange((event.currentTarget.value || undefined) as Level | undefined, level)}>
      <option value="">{t('rights.cellNone')}</option>
      {levels.map(value => <option key={value} value={value}>{t(`levels.${value}`)}</option>)}
    </select>
  );
}
