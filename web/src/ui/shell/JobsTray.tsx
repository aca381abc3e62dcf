import { Popover } from '@mantine/core';
import { IconLoader2 } from '@tabler/icons-react';
import { useState } from 'react';
import { isEnded } from '@/model/jobs/tray';
import { listPages } from '@/model/settings/pages';
import { useTray } from '@/state/jobs';
import { usePlace } from '@/state/place';
import { t } from '@/texts';
import { later } from '../later';
import { SettingsLink } from '../SettingsLink';
import classes from './shell.module.css';

const TrayList = later(async () => (await import('./TrayList')).TrayList);

/** What the server is doing for this tenant. */
export function JobsTray() {
  const { tenantId, tenant } = usePlace();
  const tray = useTray();
  const [open, setOpen] = useState(false);
  const jobs = tray.tenantId === tenantId ? tray.jobs : [];
  const going = jobs.filter(job => !isEnded(job)).length;
  if (!tenant) return null;
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" offset={6} trapFocus returnFocus withinPortal={false}>
      <Popover.Target>
        <button type="button" className={classes.jobs} data-busy={going > 0 || undefined} data-expanded={open || undefined} aria-label={t('jobs.tray', { count: going })} onClick={() => setOpen(!open)}>
          <IconLoader2 size={16} stroke={1.5} aria-hidden /><span>{t('jobs.short', { count: going })}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('jobs.title')}>
        <div className={classes.tray}>
          <div className={classes.trayHead}><h2>{t('jobs.title')}</h2><SettingsLink page={listPages.jobs.path} onClick={() => setOpen(false)}>{t('jobs.all')}</SettingsLink></div>
          {jobs.length === 0 && <p className="quiet" style={{ padding: '16px 12px' }}>{t('jobs.none')}</p>}
          {open && <TrayList jobs={jobs} tenantId={tenantId} onLeave={() => setOpen(false)} />}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
