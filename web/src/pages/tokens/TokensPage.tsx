import { Button } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { tokensQuery, type MadeToken, type Token, type TokenList } from '@/api/queries/tokens';
import { usePageKeys } from '@/state/keys';
import { t } from '@/texts';
import { Note } from '@/ui/forms/Note';
import { later } from '@/ui/later';
import { Card, Page } from '@/ui/Page';
import { Answer } from '@/ui/states/Answer';
import { Empty } from '@/ui/states/Empty';
import { OwnPage } from '@/ui/states/OwnPage';
import { TokenTable } from './TokenTable';

const TokenSecret = later(async () => (await import('./TokenSecret')).TokenSecret);
const UsagePanel = later(async () => (await import('./UsagePanel')).UsagePanel);
const RevokeDialog = later(async () => (await import('./TokenDialogs')).RevokeDialog);
const RollDialog = later(async () => (await import('./TokenDialogs')).RollDialog);
const NewTokenForm = later(async () => (await import('./NewTokenForm')).NewTokenForm);

/** The person's tokens for the API. */
export const TokensPage = () => <OwnPage title={t('tokens.title')}><Own /></OwnPage>;

function Own() {
  const tokens = useQuery(tokensQuery);
  const address = tokens.data && <>{t('tokens.address')} <code>{tokens.data.clientIp}</code></>;
  return (
    <Page title={t('tokens.title')} lead={<>{t('tokens.lead')} <a href="/app/docs">{t('tokens.docs')}</a></>} acts={address && <span className="quiet">{address}</span>}>
      <Answer of={tokens} what={t('tokens.failed')}>{list => <Tokens list={list} />}</Answer>
    </Page>
  );
}

type Doing = { what: 'usage' | 'roll' | 'revoke'; token: Token } | { what: 'secret'; made: MadeToken } | { what: 'new' } | undefined;

function Tokens({ list }: { list: TokenList }) {
  const [doing, setDoing] = useState<Doing>();
  const [focused, setFocused] = useState<Token>();
  const close = () => setDoing(undefined);
  const made = (token: MadeToken) => setDoing({ what: 'secret', made: token });
  usePageKeys([
    ...(list.mayCreate ? [{ key: 'n', name: t('tokens.new'), run: () => setDoing({ what: 'new' }) }] : []),
    { key: 'r', name: t('tokens.revokeFocused'), run: () => focused && focused.state !== 'revoked' && focused.state !== 'expired' && setDoing({ what: 'revoke', token: focused }) },
  ]);
  const isNew = doing?.what === 'new' || (list.tokens.length === 0 && doing === undefined);
  return (
    <>
      {!list.mayCreate && <Missing list={list} />}
      {list.missing.apiPlan && <Note tone="warn">{t('tokens.noPlan')}</Note>}
      {list.mayCreate && isNew && (
        <Card title={t('tokens.new')} pad><NewTokenForm own={list.clientIp} onMade={made} onCancel={list.tokens.length > 0 ? close : undefined} /></Card>
      )}
      <Card title={t('tokens.yours')} acts={list.mayCreate && !isNew && <Button leftSection={<IconPlus size={16} stroke={1.5} />} onClick={() => setDoing({ what: 'new' })}>{t('tokens.new')}</Button>}>
        {list.tokens.length === 0
          ? <Empty icon={<IconKey size={20} stroke={1.5} />} title={t('tokens.empty')}>{t('tokens.emptyText')}</Empty>
          : <TokenTable tokens={list.tokens} onFocus={setFocused} onUsage={token => setDoing({ what: 'usage', token })} onRoll={token => setDoing({ what: 'roll', token })} onRevoke={token => setDoing({ what: 'revoke', token })} />}
      </Card>
      {doing?.what === 'secret' && <TokenSecret made={doing.made} onClose={close} />}
      {doing?.what === 'usage' && <UsagePanel token={doing.token} onClose={close} />}
      {doing?.what === 'roll' && <RollDialog token={doing.token} onClose={close} onMade={made} />}
      {doing?.what === 'revoke' && <RevokeDialog token={doing.token} onClose={close} />}
    </>
  );
}

/** Who can switch it on, where the person may not make tokens. */
function Missing({ list }: { list: TokenList }) {
  return (
    <Note tone="warn">
      <p><strong>{t('tokens.noAccess')}</strong> {t('tokens.noAccessText')}</p>
      <ul>{(list.admins ?? []).map(({ tenantId, emails }) => <li key={tenantId}>{tenantId}: {emails.map((email, i) => <span key={email}>{i > 0 && ', '}<a href={`mailto:${email}`}>{email}</a></span>)}</li>)}</ul>
    </Note>
  );
}
