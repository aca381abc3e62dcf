import { useQuery } from '@tanstack/react-query';
import { IconActivity } from '@tabler/icons-react';
import { tokenUsageQuery, type Token, type TokenCall } from '@/api/queries/tokens';
import { exact } from '@/model/time/format';
import { t } from '@/texts';
import { Tag, Tags } from '@/ui/forms/Note';
import { Panel } from '@/ui/forms/Panel';
import { Facts } from '@/ui/Page';
import { Answer } from '@/ui/states/Answer';
import { Empty } from '@/ui/states/Empty';
import { DataTable, Sub, type Column } from '@/ui/table/DataTable';
import { When } from '@/ui/When';
import { TokenMarkTag } from './TokenTable';

const columns = (): Column<TokenCall>[] => [
  { key: 'call', head: t('tokens.call'), value: call => `${call.method} ${call.path}`, cell: call => <><code>{call.method} {call.path}</code><Sub>{call.address}</Sub></> },
  { key: 'status', head: t('tokens.status'), value: call => call.status, cell: call => <Tag tone={call.status < 400 ? 'good' : 'bad'}>{call.status}</Tag>, tight: true },
  { key: 'at', head: t('tokens.when'), value: call => call.at, cell: call => <When at={call.at} />, tight: true },
];

/** What was done with a token of late. */
export function UsagePanel({ token, onClose }: { token: Token; onClose: () => void }) {
  const usage = useQuery(tokenUsageQuery(token.jti));
  return (
    <Panel title={token.name || t('tokens.noName')} onClose={onClose} wide>
      <Facts of={[
        [t('tokens.state'), <TokenMarkTag token={token} />],
        [t('tokens.start'), exact(token.startsAt)],
        [t('tokens.end'), exact(token.endsAt)],
        [t('tokens.subnets'), token.subnets.length ? <Tags values={token.subnets} /> : t('tokens.anywhere')],
        [t('tokens.id'), <code>{token.jti}</code>],
      ]} />
      <h2 style={{ margin: '24px 0 8px' }}>{t('tokens.calls')}</h2>
      <Answer of={usage}>
        {calls => <DataTable label={t('tokens.calls')} rows={calls} rowKey={call => `${call.at}${call.path}${call.status}`} columns={columns()} noSearch empty={<Empty icon={<IconActivity size={20} stroke={1.5} />} title={t('tokens.noCalls')} />} />}
      </Answer>
    </Panel>
  );
}
