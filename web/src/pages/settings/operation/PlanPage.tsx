import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { tenantsQuery, usageQuery, type Usage } from '@/api/queries/tenants';
import { count, day } from '@/model/time/format';
import { usePlace } from '@/state/place';
import { t } from '@/texts';
import { Choice } from '@/ui/forms/Choice';
import { Note, Tag } from '@/ui/forms/Note';
import { Card, Facts, Figures, Page } from '@/ui/Page';
import { Answer } from '@/ui/states/Answer';
import classes from './operation.module.css';

/** How much the tenant may use the API, and does. */
export default function PlanPage({ tenantId }: { tenantId: string }) {
  const [days, setDays] = useState<'7' | '30' | '90'>('30');
  const usage = useQuery(usageQuery(tenantId, Number(days)));
  const { tenant } = usePlace();
  const tenants = useQuery(tenantsQuery).data?.tenants;
  const plan = tenants?.find(one => one.id === tenantId)?.apiPlan ?? tenant?.features.includes('api') === true;
  return (
    <Page title={t('pages.plan')} acts={<Choice label={t('plan.range')} value={days} onChange={setDays} data={(['7', '30', '90'] as const).map(value => ({ value, label: t('plan.days', { count: Number(value) }) }))} />}>
      {!plan && <Note tone="warn">{t('tokens.noPlan')}</Note>}
      <Answer of={usage} what={t('plan.failed')}>{data => <Body usage={data} plan={plan} />}</Answer>
    </Page>
  );
}

const limit = (value: number) => (value === 0 ? t('plan.unlimited') : count(value));

function Body({ usage, plan }: { usage: Usage; plan: boolean }) {
  const sum = (key: 'requests' | 'throttled' | 'overQuota') => usage.days.reduce((total, one) => total + one[key], 0);
  const today = usage.days.at(-1)?.requests ?? 0;
  const most = usage.limits.requestsPerDay;
  return (
    <>
      <Card pad>
        <Figures of={[
          [t('plan.today'), count(today)], most > 0 && [t('plan.ofDay'), `${((today / most) * 100).toLocaleString(undefined, { maximumFractionDigits: 1 })} %`, today > most * 0.9 ? 'warn' : undefined],
          [t('plan.total'), count(sum('requests'))], [t('plan.throttled'), count(sum('throttled')), sum('throttled') > 0 ? 'warn' : undefined], [t('plan.overQuota'), count(sum('overQuota')), sum('overQuota') > 0 ? 'bad' : undefined],
        ]} />
      </Card>
      <Card title={t('plan.requests')} pad><Bars usage={usage} /></Card>
      <Card title={t('plan.limits')} pad>
        <Facts of={[
          [t('plan.state'), <Tag tone={plan ? 'good' : 'bad'}>{plan ? t('tenants.planOn') : t('tenants.planOff')}</Tag>], [t('limits.requestsPerSecond'), limit(usage.limits.requestsPerSecond)],
          [t('limits.concurrency'), limit(usage.limits.concurrency)], [t('limits.requestsPerDay'), limit(usage.limits.requestsPerDay)],
        ]} />
      </Card>
    </>
  );
}

/** A bar for each day; the same numbers as a table for those who do not see it. */
function Bars({ usage }: { usage: Usage }) {
  const top = Math.max(1, ...usage.days.map(one => one.requests + one.throttled + one.overQuota));
  return (
    <>
      <div className={classes.bars} aria-hidden>
        {usage.days.map(one => (
          <div key={one.day} title={`${day(one.day)}: ${count(one.requests)}`}>
            <span data-bad style={{ height: `${((one.throttled + one.overQuota) / top) * 100}%` }} /><span style={{ height: `${(one.requests / top) * 100}%` }} />
          </div>
        ))}
      </div>
      <div className={classes.axis} aria-hidden><span>{usage.days[0] && day(usage.days[0].day)}</span><span>{t('plan.most', { n: count(top) })}</span><span>{usage.days.at(-1) && day(usage.days.at(-1)!.day)}</span></div>
      <div className="unseen">
        <table>
          <caption>{t('plan.requests')}</caption>
          <thead><tr><th>{t('plan.day')}</th><th>{t('plan.requests')}</th><th>{t('plan.throttled')}</th><th>{t('plan.overQuota')}</th></tr></thead>
          <tbody>{usage.days.map(one => <tr key={one.day}><th>{one.day}</th><td>{one.requests}</td><td>{one.throttled}</td><td>{one.overQuota}</td></tr>)}</tbody>
        </table>
      </div>
    </>
  );
}
