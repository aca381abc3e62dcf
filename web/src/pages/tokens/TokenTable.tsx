import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconActivity, IconDots, IconRefresh } from '@tabler/icons-react';
import type { Token } from '@/api/queries/tokens';
import { isOver, markOf, type TokenMark } from '@/model/tokens/validity';
import { ago, day, lastDay } from '@/model/time/format';
import { t } from '@/texts';
import { Tag, Tags, type Tone } from '@/ui/forms/Note';
import { DataTable, Sub, type Column } from '@/ui/table/DataTable';
import { When } from '@/ui/When';

const tones: Record<TokenMark['kind'], Tone> = { active: 'good', startsOn: 'accent', endsSoon: 'warn', replaced: 'warn', expired: 'plain', revoked: 'bad' };

export function TokenMarkTag({ token }: { token: Token }) {
  const now = Date.now();
  const mark = markOf(token, now);
  return <Tag tone={tones[mark.kind]} title={mark.at}>{t(`tokenMarks.${mark.kind}`, { when: mark.at ? ago(mark.at, now) : '' })}</Tag>;
}

interface Props { tokens: Token[]; onFocus: (token: Token) => void; onUsage: (token: Token) => void; onRoll: (token: Token) => void; onRevoke: (token: Token) => void }

export function TokenTable({ tokens, onFocus, onUsage, onRoll, onRevoke }: Props) {
  const columns: Column<Token>[] = [
    { key: 'name', head: t('tokens.name'), value: token => token.name || t('tokens.noName'), cell: token => <span onFocus={() => onFocus(token)}>{token.name || t('tokens.noName')}</span> },
    { key: 'state', head: t('tokens.state'), value: token => token.state, cell: token => <TokenMarkTag token={token} />, tight: true },
    { key: 'valid', head: t('tokens.valid'), value: token => token.endsAt, cell: token => <>{day(token.startsAt)} – {lastDay(token.endsAt)}<Sub>{t('tokens.created')} <When at={token.createdAt} /></Sub></>, hide: 'small', tight: true },
    { key: 'subnets', head: t('tokens.subnets'), value: token => token.subnets.join(' '), cell: token => (token.subnets.length ? <Tags values={token.subnets} /> : <span className="quiet">{t('tokens.anywhere')}</span>), hide: 'medium' },
    {
      key: 'used', head: t('tokens.lastUsed'), value: token => token.lastUsedAt ?? '', hide: 'small',
      cell: token => (token.lastUsedAt ? <><When at={token.lastUsedAt} />{token.lastIp && ` · ${token.lastIp}`}{token.lastRoute && <Sub>{token.lastRoute}</Sub>}</> : <span className="quiet">{t('tokens.never')}</span>),
    },
    {
      key: 'acts', head: t('table.acts'), isQuiet: true, tight: true, align: 'end',
      cell: token => {
        const name = token.name || t('tokens.noName');
        const over = isOver(markOf(token, Date.now()));
        return (
          <span onFocus={() => onFocus(token)} style={{ display: 'inline-flex', gap: 4 }}>
            {!over && <Button size="xs" variant="subtle" color="bad" aria-label={t('tokens.revokeOne', { name })} onClick={() => onRevoke(token)}>{t('tokens.revoke')}</Button>}
            <Menu position="bottom-end">
              <Menu.Target><ActionIcon aria-label={t('tokens.moreOf', { name })}><IconDots size={16} stroke={1.5} /></ActionIcon></Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconActivity size={16} stroke={1.5} />} onClick={() => onUsage(token)}>{t('tokens.usage')}</Menu.Item>
                {!over && token.state === 'active' && <Menu.Item leftSection={<IconRefresh size={16} stroke={1.5} />} onClick={() => onRoll(token)}>{t('tokens.roll')}</Menu.Item>}
              </Menu.Dropdown>
            </Menu>
          </span>
        );
      },
    },
  ];
  return <DataTable label={t('tokens.yours')} rows={tokens} rowKey={token => token.jti} columns={columns} empty={null} onOpen={onUsage} noSearch={tokens.length < 8} />;
}
