import {
  IconBook2, IconBuildingCommunity, IconDatabase, IconKey, IconKeyboard, IconLayoutGrid, IconLogout, IconMoon, IconPlus, IconSearch, IconSettings, IconSun, IconUserPlus,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { datasetsQuery } from '@/api/queries/datasets';
import { best } from '@/model/search/match';
import { listNames, listPages } from '@/model/settings/pages';
import { runPageKey } from '@/state/keys';
import { isAdmin, useGo, usePlace } from '@/state/place';
import { chooseScheme } from '@/state/preferences';
import { t } from '@/texts';
import { Dialog } from '../forms/Dialog';
import { leave } from './AccountMenu';
import classes from './keys.module.css';

interface Entry { id: string; group: 'commands' | 'datasets' | 'pages' | 'tenants'; name: string; note?: string; keys?: string; icon: typeof IconKey; run: () => void }

/** Everything that can be done or gone to, a few letters away. */
export default function Palette({ onClose, onKeys }: { onClose: () => void; onKeys: () => void }) {
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const entries = useEntries(onKeys);
  const onlyCommands = query.startsWith('>');
  const found = useMemo(() => {
    const some = onlyCommands ? entries.filter(entry => entry.group === 'commands') : entries;
    const hits = best(some, entry => `${entry.name} ${entry.note ?? ''}`, onlyCommands ? query.slice(1) : query, 40);
    return groups.flatMap(group => hits.filter(entry => entry.group === group).slice(0, query === '' ? 8 : 20));
  }, [entries, query, onlyCommands]);
  const current = Math.min(at, found.length - 1);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current, found]);

  const take = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    entry.run();
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step) setAt(Math.max(0, Math.min(found.length - 1, current + step)));
    else if (event.key === 'Enter') take(found[current]);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog onClose={onClose} withCloseButton={false} padding={0} size={600} centered={false} yOffset="10vh" attributes={{ content: { 'aria-label': t('shell.find') } }}>
      <div className={classes.palette}>
        <div className={classes.field}>
          <IconSearch size={20} stroke={1.5} aria-hidden />
          <input data-autofocus role="combobox" aria-expanded aria-autocomplete="list" aria-controls={listId} aria-activedescendant={found[current] ? `${listId}-${current}` : undefined} aria-label={t('shell.find')}
            placeholder={t('palette.placeholder')} value={query} onChange={event => { setQuery(event.currentTarget.value); setAt(0); }} onKeyDown={press} spellCheck={false} autoComplete="off" />
          <kbd>{t('palette.escape')}</kbd>
        </div>
        {found.length === 0 && <p className={classes.nothing} role="status">{t('palette.nothing', { query })}</p>}
        <div className={classes.list} ref={list} id={listId} role="listbox" aria-label={t('palette.answers')} hidden={found.length === 0}>
          {groups.map(group => {
            const some = found.filter(entry => entry.group === group);
            return some.length > 0 && (
              <div key={group} role="group" aria-labelledby={`${listId}-${group}`}>
                <div className={classes.head} id={`${listId}-${group}`}>{t(`palette.${group}`)}</div>
                {some.map(entry => {
                  const i = found.indexOf(entry);
                  return (
                    <div key={entry.id} id={`${listId}-${i}`} role="option" aria-selected={i === current} className={classes.option} onMouseMove={() => setAt(i)} onClick={() => take(entry)}>
                      <entry.icon size={16} stroke={1.5} aria-hidden /><span>{entry.name}</span>
                      {entry.note && <small>{entry.note}</small>}{entry.keys && <small>{entry.keys.split(' ').map(key => <kbd key={key}>{key}</kbd>)}</small>}
                    </div>
                  );
                })}
              </div>
            );
          })}
        </div>
      </div>
    </Dialog>
  );
}

const groups = ['datasets', 'commands', 'pages', 'tenants'] as const;

function useEntries(onKeys: () => void): Entry[] {
  const { tenant, tenants, tenantId } = usePlace();
  const go = useGo();
  const datasets = useQuery({ ...datasetsQuery(tenantId), enabled: tenant !== undefined });
  return useMemo(() => {
    const admin = isAdmin(tenant);
    const command = (id: string, name: string, icon: Entry['icon'], run: () => void, keys?: string): Entry => ({ id, group: 'commands', name, icon, run, ...(keys ? { keys } : {}) });
    return [
      ...(datasets.data ?? []).map((one): Entry => ({ id: one.datasetId, group: 'datasets', name: one.name, note: one.type, icon: IconDatabase, run: () => go.dataset(one.datasetId) })),
      ...(tenant?.features.includes('createDatasets') ? [command('newDataset', t('datasets.new'), IconPlus, () => { go.settings(listPages.datasets.path); runPageKey(t('datasets.new')); })] : []),
      command('newToken', t('tokens.new'), IconKey, () => { go.tokens(); runPageKey(t('tokens.new')); }),
      ...(admin ? [command('addUser', t('users.add'), IconUserPlus, () => { go.settings(listPages.users.path); runPageKey(t('users.add')); })] : []),
      command('dark', t('scheme.toDark'), IconMoon, () => chooseScheme('dark')),
      command('light', t('scheme.toLight'), IconSun, () => chooseScheme('light')),
      command('keys', t('shell.keys'), IconKeyboard, onKeys, '?'),
      command('signOut', t('shell.signOut'), IconLogout, leave),
      { id: 'workspace', group: 'pages', name: t('shell.workspace'), icon: IconLayoutGrid, keys: 'G W', run: go.workspace },
      ...listNames.filter(name => admin || !listPages[name].admin).map((name): Entry => ({ id: name, group: 'pages', name: t(`pages.${name}`), note: t('shell.settings'), icon: IconSettings, run: () => go.settings(listPages[name].path) })),
      { id: 'tokens', group: 'pages', name: t('shell.tokens'), icon: IconKey, keys: 'G T', run: go.tokens },
      { id: 'tenants', group: 'pages', name: t('shell.tenants'), icon: IconBuildingCommunity, run: go.tenants },
      { id: 'docs', group: 'pages', name: t('shell.docs'), icon: IconBook2, run: () => location.assign('/app/docs') },
      ...(tenants.length > 1 ? tenants.map((one): Entry => ({ id: `t-${one.id}`, group: 'tenants', name: one.name || one.id, note: one.id, icon: IconBuildingCommunity, run: () => go.settings(undefined, one.id) })) : []),
    ];
  }, [datasets.data, tenant, tenants, go, onKeys]);
}
