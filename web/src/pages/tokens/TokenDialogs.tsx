import { Radio } from '@mantine/core';
import { useState } from 'react';
import { revokeToken, rollToken, type MadeToken, type Token } from '@/api/queries/tokens';
import { needsThought } from '@/model/tokens/validity';
import { t } from '@/texts';
import { Confirm } from '@/ui/forms/Confirm';
import { useAct } from '@/ui/forms/useAct';
import { When } from '@/ui/When';

const nameOf = (token: Token) => token.name || t('tokens.noName');

export function RevokeDialog({ token, onClose }: { token: Token; onClose: () => void }) {
  const revoke = useAct(() => revokeToken(token.jti), { stale: [['tokens']], done: t('tokens.revoked', { name: nameOf(token) }), then: onClose, ownErrors: true });
  const thought = needsThought(token, Date.now());
  return (
    <Confirm title={t('tokens.revokeTitle', { name: nameOf(token) })} act={t('tokens.revoke')} typed={thought ? nameOf(token) : undefined} isPending={revoke.isPending} error={revoke.error} onConfirm={() => revoke.mutate(undefined)} onClose={onClose}>
      <p>{t('tokens.revokeText')}</p>
      {thought && <p>{t('tokens.usedLately')} <When at={token.lastUsedAt} />{token.lastIp && ` · ${token.lastIp}`}.</p>}
    </Confirm>
  );
}

export function RollDialog({ token, onClose, onMade }: { token: Token; onClose: () => void; onMade: (made: MadeToken) => void }) {
  const [hours, setHours] = useState('24');
  const roll = useAct(() => rollToken(token.jti, Number(hours)), { stale: [['tokens']], then: onMade, ownErrors: true });
  return (
    <Confirm title={t('tokens.rollTitle', { name: nameOf(token) })} act={t('tokens.roll')} isDangerous={false} isPending={roll.isPending} error={roll.error} onConfirm={() => roll.mutate(undefined)} onClose={onClose}>
      <p>{t('tokens.rollText')}</p>
      <Radio.Group mt={12} label={t('tokens.oldEnds')} value={hours} onChange={setHours}>
        <div style={{ display: 'grid', gap: 8, paddingTop: 8 }}>{(['0', '24', '168'] as const).map(value => <Radio key={value} value={value} label={t(`overlaps.${value}`)} />)}</div>
      </Radio.Group>
    </Confirm>
  );
}
