import { IconAlertTriangle, IconLock, IconPlugConnectedX } from '@tabler/icons-react';
import { Button } from '@mantine/core';
import { ApiError } from '@/api/errors';
import { t } from '@/texts';
import { CopyButton } from '../forms/Copy';
import classes from './states.module.css';

/** What went wrong, in the server's words, and how to go on. */
export function Failed({ error, what, isPage, retry }: { error: unknown; what?: string; isPage?: boolean; retry?: () => void }) {
  if (error instanceof ApiError && error.status === 403) return <NoRights message={error.message} isPage={isPage} />;
  const known = error instanceof ApiError ? error : undefined;
  const Icon = known?.isOffline ? IconPlugConnectedX : IconAlertTriangle;
  const Heading = isPage ? 'h1' : 'h2';
  const message = known ? known.message : error instanceof Error ? error.message : String(error);
  return (
    <div className={`${classes.state} ${classes.bad}`} role="alert">
      <span className={classes.icon} aria-hidden><Icon size={20} stroke={1.5} /></span>
      <Heading>{what ?? t('states.failed')}</Heading>
      <p>{message}</p>
      {known && !known.isOffline && <Trace error={known} />}
      {retry && <div className={classes.acts}><Button variant="default" onClick={retry}>{t('states.retry')}</Button></div>}
    </div>
  );
}

/** The code and the request's id, to be handed to whoever looks after the server. */
export function Trace({ error }: { error: ApiError }) {
  const lines = [`${error.code} ${error.name}`, error.message, error.traceId].filter(Boolean).join('\n');
  return (
    <div className={classes.trace}>
      <span>{error.code} {error.name}</span>
      {error.traceId && <><span aria-hidden>·</span><code>{error.traceId}</code></>}
      <CopyButton value={lines} label={t('states.copyError')} />
    </div>
  );
}

/** The thing is there, but not for this person. */
export function NoRights({ message, title, isPage }: { message?: string; title?: string; isPage?: boolean }) {
  const Heading = isPage ? 'h1' : 'h2';
  return (
    <div className={classes.state} role="alert">
      <span className={classes.icon} aria-hidden><IconLock size={20} stroke={1.5} /></span>
      <Heading>{title ?? t('states.noRights')}</Heading>
      <p>{message ?? t('states.askAdmin')}</p>
    </div>
  );
}
