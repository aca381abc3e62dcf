import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { usersQuery } from '@/api/queries/people';
import { sessionQuery } from '@/api/queries/session';
import { queryClient } from '@/api/queryClient';
import { sessionState } from '@/api/sessionState';
import { listOf, listPages, parsePage } from '@/model/settings/pages';
import { emptyTray } from '@/state/jobs';
import { useGo } from '@/state/place';
import { usePreferences } from '@/state/preferences';
import { t } from '@/texts';
import classes from './shell.module.css';

let begins = false;

/** Looks at the tenant as another person sees it; without one, as oneself again. */
export function viewAs(email: string | undefined) {
  const { tenantId = '' } = usePreferences.getState();
  const by = queryClient.getQueryData(sessionQuery.queryKey)?.user.email ?? '';
  const person = queryClient.getQueryData(usersQuery(tenantId).queryKey)?.find(user => user.email === email);
  begins = email !== undefined;
  sessionState.view(email === undefined ? undefined : { tenantId, email, role: person?.role ?? 'user', groups: person?.groups ?? [], by });
  emptyTray();
  void queryClient.resetQueries({ queryKey: ['t'] });
}

/** Says whose view is shown. When it begins on a page that is for admins, it goes to the workspace. */
export function ViewBanner({ email }: { email: string }) {
  const go = useGo();
  const search = useSearch({ strict: false }) as { page?: string };
  const list = search.page ? listOf(parsePage(search.page)) : undefined;
  useEffect(() => {
    if (begins && list && listPages[list].admin) go.workspace();
    begins = false;
  }, [email, list, go]);
  return (
    <div className={classes.banner} data-kind="view" role="status">
      <IconEye size={16} stroke={1.5} aria-hidden /><span>{t('shell.viewingAs', { email })}</span>
      <Button size="xs" variant="subtle" onClick={() => viewAs(undefined)}>{t('shell.stopViewing')}</Button>
    </div>
  );
}
