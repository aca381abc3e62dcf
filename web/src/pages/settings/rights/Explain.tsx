import { Autocomplete, Button } from '@mantine/core';
import { IconEye, IconUserSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accessQuery, type Access } from '@/api/queries/people';
import type { Filter } from '@/model/filter/filter';
import { isEmail } from '@/model/users/paste';
import { count } from '@/model/time/format';
import { isAdmin, useGo, usePlace } from '@/state/place';
import { t } from '@/texts';
import { FilterWords } from '@/ui/filter/FilterWords';
import { Tag, Tags } from '@/ui/forms/Note';
import { Card, Facts } from '@/ui/Page';
import { viewAs } from '@/ui/shell/ViewBanner';
import { Answer } from '@/ui/states/Answer';
import { Empty } from '@/ui/states/Empty';

/** What one person may do with one dataset, and by which rule. */
export function Explain({ tenantId, datasetId, people }: { tenantId: string; datasetId: string; people: string[] }) {
  const { tenant } = usePlace();
  const go = useGo();
  const [user, setUser] = useState('');
  const wanted = isEmail(user.trim()) ? user.trim() : '';
  const access = useQuery({ ...accessQuery(tenantId, datasetId, wanted), enabled: wanted !== '', retry: false });
  return (
    <Card title={t('rights.explain')} pad acts={wanted && access.data && isAdmin(tenant) && (
      <Button size="xs" variant="default" leftSection={<IconEye size={14} stroke={1.5} />} onClick={() => { viewAs(wanted); go.dataset(datasetId); }}>{t('users.viewAs')}</Button>
    )}>
      <div style={{ display: 'grid', gap: 16 }}>
        <Autocomplete style={{ maxWidth: 420 }} label={t('rights.person')} placeholder={t('rights.personSample')} data={people} value={user} onChange={setUser} />
        {wanted === '' ? <Empty icon={<IconUserSearch size={20} stroke={1.5} />} title={t('rights.choose')}>{t('rights.chooseText')}</Empty> : <Answer of={access}>{data => <Result access={data} />}</Answer>}
      </div>
    </Card>
  );
}

function Result({ access }: { access: Access }) {
  const { why, rows } = access;
  return (
    <Facts of={[
      [t('rights.level'), access.level ? <Tag tone="good">{t(`levels.${access.level}`)}</Tag> : <Tag tone="bad">{t('rights.nothing')}</Tag>],
      [t('rights.why'), <>{t(`whys.${why.kind}`)}{why.readOnly && ` ${t('rights.isReadOnly')}`}{why.grants.length > 0 && <ul>{why.grants.map(grant => <li key={grant.group}>{t('rights.grant', { group: grant.group, level: t(`levels.${grant.level}`) })}</li>)}</ul>}</>],
      [t('users.groups'), access.groups.length ? <Tags values={access.groups} /> : '–'],
      [t('rights.hidden'), access.hiddenProperties.length === 0 ? t('rights.noneHidden') : <Rules of={access.hiddenProperties} />],
      access.readOnlyProperties.length > 0 && [t('rights.readOnly'), <Rules of={access.readOnlyProperties} />],
      [t('rights.rows'), <>{t('rights.rowsOf', { visible: count(rows.visible), total: count(rows.total) })}{rows.rules.length > 0 && <ul>{rows.rules.map((rule, i) => <li key={i}><FilterWords filter={rule.filter as Filter} /> <span className="quiet">{rule.groups.join(', ')} · {count(rule.rows)}</span></li>)}</ul>}</>],
    ]} />
  );
}

/** Properties that are narrowed, each with the rule that does it. */
const Rules = ({ of }: { of: Access['hiddenProperties'] }) => (
  <ul>{of.map(one => <li key={one.key}><code>{one.key}</code> <span className="quiet">{one.rule === 'group' ? t('rights.byGroup', { group: one.group ?? '' }) : t('rights.byDefault')}</span></li>)}</ul>
);
