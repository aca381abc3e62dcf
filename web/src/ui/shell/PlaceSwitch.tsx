import { Menu, TextInput } from '@mantine/core';
import { IconBuildingCommunity, IconCheck, IconChevronDown, IconList } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { datasetsQuery } from '@/api/queries/datasets';
import { best } from '@/model/search/match';
import { listOf, listPages, parsePage } from '@/model/settings/pages';
import { useGo, usePlace } from '@/state/place';
import { choosePlace } from '@/state/preferences';
import { t } from '@/texts';
import classes from './shell.module.css';

/** The tenant and the dataset, each of which can be changed for another. */
export function PlaceSwitch() {
  const { tenants, tenant, tenantId, datasetId } = usePlace();
  const search = useSearch({ strict: false }) as { page?: string };
  const go = useGo();
  const datasets = useQuery({ ...datasetsQuery(tenantId), enabled: tenant !== undefined });
  if (!tenant) return <div className={classes.place}><Pick label={t('shell.tenant')} name={tenantId || t('shell.noTenant')} entries={tenants.map(one => ({ id: one.id, name: one.name || one.id }))} onPick={id => go.settings(undefined, id)} /></div>;
  const page = search.page ? parsePage(search.page) : undefined;
  const change = (id: string) => {
    choosePlace(id);
    // A list stays the same list, in the other tenant.
    if (page) go.settings(listPages[listOf(page) ?? 'datasets'].path, id);
  };
  const current = datasets.data?.find(dataset => dataset.datasetId === datasetId);
  return (
    <div className={classes.place}>
      <Pick label={t('shell.tenant')} name={tenant.name || tenant.id} current={tenantId} entries={tenants.map(one => ({ id: one.id, name: one.name || one.id, note: one.id }))} onPick={change}
        more={{ name: t('shell.allTenants'), icon: IconBuildingCommunity, run: go.tenants }} />
      <span aria-hidden>/</span>
      <div className={classes.dataset}>
        <Pick label={t('shell.dataset')} name={current?.name ?? t('shell.noDataset')} current={datasetId} entries={(datasets.data ?? []).map(one => ({ id: one.datasetId, name: one.name, note: one.type }))}
          onPick={id => go.dataset(id)} more={{ name: t('shell.allDatasets'), icon: IconList, run: () => go.settings() }} />
      </div>
    </div>
  );
}

interface Entry { id: string; name: string; note?: string }
interface PickProps { label: string; name: string; current?: string; entries: Entry[]; onPick: (id: string) => void; more?: { name: string; icon: typeof IconList; run: () => void } }

function Pick({ label, name, current, entries, onPick, more }: PickProps) {
  const [query, setQuery] = useState('');
  const shown = best(entries, entry => `${entry.name} ${entry.note ?? ''}`, query, 12);
  return (
    <Menu width={300} onClose={() => setQuery('')} withinPortal={false}>
      <Menu.Target>
        <button type="button" className={classes.switch} aria-label={`${label}: ${name}`}><span>{name}</span><IconChevronDown size={14} stroke={1.5} aria-hidden /></button>
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        {entries.length > 8 && <TextInput m={4} aria-label={t('table.search')} placeholder={t('table.search')} value={query} onChange={event => setQuery(event.currentTarget.value)} data-autofocus />}
        {shown.map(entry => (
          <Menu.Item key={entry.id} onClick={() => onPick(entry.id)} rightSection={entry.id === current ? <IconCheck size={14} stroke={1.5} /> : <span className="quiet">{entry.note !== entry.name && entry.note}</span>}>{entry.name}</Menu.Item>
        ))}
        {more && <><Menu.Divider /><Menu.Item leftSection={<more.icon size={16} stroke={1.5} />} onClick={more.run}>{more.name}</Menu.Item></>}
      </Menu.Dropdown>
    </Menu>
  );
}
