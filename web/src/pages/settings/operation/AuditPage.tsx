import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconHistory } from '@tabler/icons-react';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { datasetsQuery } from '@/api/queries/datasets';
import { auditQuery, type AuditEntry } from '@/api/queries/operations';
import { usersQuery } from '@/api/queries/people';
import { about } from '@/model/audit/about';
import { exact } from '@/model/time/format';
import { t, word, words } from '@/texts';
import { Card, Page } from '@/ui/Page';
import { Answer } from '@/ui/states/Answer';
import { Empty } from '@/ui/states/Empty';
import { DataTable, Sub, type Column } from '@/ui/table/DataTable';
import { When } from '@/ui/When';
import classes from './operation.module.css';

const ranges = ['1', '7', '30', '365'] as const;

const columns = (nameOf: (datasetId: string) => string): Column<AuditEntry>[] => [
  { key: 'at', head: t('tokens.when'), value: entry => entry.at, cell: entry => <><When at={entry.at} /><Sub>{exact(entry.at)}</Sub></>, tight: true },
  { key: 'kind', head: t('audit.kind'), value: entry => word('auditKinds', entry.kind) },
  { key: 'person', head: t('audit.person'), value: entry => entry.person },
  {
    key: 'target', head: t('audit.target'), value: entry => Object.values(about(entry, nameOf)).join(' · '), hide: 'small',
    cell: entry => { const { main, sub } = about(entry, nameOf); return <span style={{ overflowWrap: 'anywhere' }}>{main}{sub && <Sub>{entry.kind === 'rightsChange' && `${t('datasets.owner')}: `}{sub}</Sub>}</span>; },
  },
  { key: 'address', head: t('audit.address'), value: entry => entry.address, hide: 'medium' },
  { key: 'channel', head: t('activity.channel'), value: entry => entry.channel, cell: entry => word('channels', entry.channel), hide: 'medium' },
];

/** Who did what, apart from the data itself. */
export default function AuditPage({ tenantId }: { tenantId: string }) {
  const [days, setDays] = useState<string>('7');
  const [kind, setKind] = useState('');
  const [person, setPerson] = useState('');
  const [offset, setOffset] = useState(0);
  const list = useId();
  const [now] = useState(() => Date.now());
  const [wanted] = useDebouncedValue(person.trim(), 300);
  const users = useQuery(usersQuery(tenantId)).data;
  const datasets = useQueries({ queries: (['active', 'archived', 'deleted'] as const).map(state => datasetsQuery(tenantId, state)) }).flatMap(one => one.data ?? []);
  const nameOf = (id: string) => datasets.find(one => one.datasetId === id)?.name ?? id;
  const from = new Date(now - Number(days) * 86_400_000).toISOString();
  const entries = useQuery({ ...auditQuery(tenantId, { from, ...(wanted ? { person: wanted } : {}), ...(kind ? { kind: [kind] } : {}) }, offset), placeholderData: keepPreviousData });
  const first = (run: () => void) => { setOffset(0); run(); };
  return (
    <Page title={t('pages.audit')} lead={t('audit.lead')}>
      <Card>
        <Answer of={entries} what={t('audit.failed')}>
          {page => (
            <>
              <DataTable label={t('pages.audit')} rows={page.items} rowKey={entry => `${entry.at}${entry.kind}${entry.person}${entry.target ?? ''}`} columns={columns(nameOf)} csv="audit" noSearch
                filters={(
                  <>
                    <NativeSelect aria-label={t('audit.range')} value={days} onChange={event => { const { value } = event.currentTarget; first(() => setDays(value)); }} data={ranges.map(value => ({ value, label: t(`auditRanges.${value}`) }))} />
                    <NativeSelect aria-label={t('audit.kind')} value={kind} onChange={event => { const { value } = event.currentTarget; first(() => setKind(value)); }} data={[{ value: '', label: t('audit.anyKind') }, ...words('auditKinds').map(value => ({ value, label: word('auditKinds', value) }))]} />
                    <TextInput aria-label={t('audit.person')} placeholder={t('audit.anyPerson')} value={person} onChange={event => { const { value } = event.currentTarget; first(() => setPerson(value)); }} type="search" list={list} autoComplete="off" />
                    <datalist id={list}>{users?.map(user => <option key={user.email} value={user.email} />)}</datalist>
                  </>
                )}
                empty={<Empty icon={<IconHistory size={20} stroke={1.5} />} title={t('audit.empty')}>{wanted && !users?.some(user => user.email.toLowerCase() === wanted.toLowerCase()) && t('audit.wholeAddress')}</Empty>} />
              {page.total > 100 && (
                <div className={classes.more}>
                  <Button variant="subtle" disabled={offset === 0} onClick={() => setOffset(Math.max(0, offset - 100))}>{t('audit.newer')}</Button>
                  <span className="quiet">{t('audit.range100', { from: offset + 1, to: offset + page.items.length, total: page.total })}</span>
                  <Button variant="subtle" disabled={offset + 100 >= page.total} onClick={() => setOffset(offset + 100)}>{t('audit.older')}</Button>
                </div>
              )}
            </>
          )}
        </Answer>
      </Card>
    </Page>
  );
}
