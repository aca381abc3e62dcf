import { Button } from '@mantine/core';
import { IconEye, IconPlugConnectedX } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { usersQuery } from '@/api/queries/people';
import { sessionQuery } from '@/api/queries/session';
import { queryClient } from '@/api/queryClient';
import { sessionState, useLive } from '@/api/sessionState';
import { listOf, listPages, parsePage } from '@/model/settings/pages';
import { emptyTray } from '@/state/jobs';
import { useGo } from '@/state/place';
import { usePreferences } from '@/state/preferences';
import { t } from '@/texts';
import classes from './shell.module.css';

/** Looks at the tenant as another person sees it; without one, as oneself again. */
export function viewAs(email: string | undefined) {
  const { tenantId = '' } = usePreferences.getState();
  const by = queryClient.getQueryData(sessionQuery.queryKey)?.user.email ?? '';
  const person = queryClient.getQueryData(usersQuery(tenantId).queryKey)?.find(user => user.email === email);
  sessionState.view(email === undefined ? undefined : { tenantId, email, role: person?.role ?? 'user', groups: person?.groups ?? [], by });
  emptyTray();
  void queryClient.resetQueries({ queryKey: ['t'] });
}

/** What holds for every page at the moment. */
export function Banners() {
  const { offline, viewAs: seen } = useLive();
  useLeaveAdmins(seen?.email);
  return (
    <>
      {offline && (
        <div className={classes.banner} role="status">
          <IconPlugConnectedX size={16} stroke={1.5} aria-hidden /><span>{t('shell.offline')}</span>
          <Button size="xs" variant="subtle" onClick={() => void queryClient.refetchQueries({ type: 'active' })}>{t('states.retry')}</Button>
        </div>
      )}
      {seen && (
        <div className={classes.banner} data-kind="view" role="status">
          <IconEye size={16} stroke={1.5} aria-hidden /><span>{t('shell.viewingAs', { email: seen.email })}</span>
          <Button size="xs" variant="subtle" onClick={() => viewAs(undefined)}>{t('shell.stopViewing')}</Button>
        </div>
      )}
    </>
  );
}

/** Goes to the workspace when a view begins on a page that is for admins. */
function useLeaveAdmins(seen: string | undefined) {
  const go = useGo();
  const search = useSearch({ strict: false }) as { page?: string };
  const list = search.page ? listOf(parsePage(search.page)) : undefined;
  const before = useRef(seen);
  useEffect(() => {
    if (seen && seen !== before.current && list && listPages[list].admin) go.workspace();
    before.current = seen;
  }, [seen, list, go]);
}
