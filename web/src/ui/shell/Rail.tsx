import { Tooltip } from '@mantine/core';
import { IconBook2, IconBuildingCommunity, IconHelp, IconKey, IconLayoutGrid, IconSettings } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { homePage } from '@/model/settings/pages';
import { usePlace } from '@/state/place';
import { t } from '@/texts';
import { Mark } from './Mark';
import classes from './shell.module.css';

const icon = { size: 20, stroke: 1.5 };
const tip = { position: 'right' as const };

/** The app's parts, at the left edge; at the foot on a phone. */
export function Rail({ onKeys }: { onKeys: () => void }) {
  const { tenantId } = usePlace();
  return (
    <nav className={classes.rail} aria-label={t('shell.parts')}>
      <Link to="/app/workspace" className={classes.brand} aria-label={t('app.name')} tabIndex={-1} aria-hidden><Mark size={26} /></Link>
      <Tooltip label={t('shell.workspace')} {...tip}>
        <Link to="/app/workspace" className={classes.item} aria-label={t('shell.workspace')}><IconLayoutGrid {...icon} /></Link>
      </Tooltip>
      <Tooltip label={t('shell.settings')} {...tip}>
        <Link to="/app/configui" search={{ tenantId, page: homePage }} activeOptions={{ includeSearch: false }} className={classes.item} aria-label={t('shell.settings')}><IconSettings {...icon} /></Link>
      </Tooltip>
      <Tooltip label={t('shell.tokens')} {...tip}>
        <Link to="/tokens" className={classes.item} aria-label={t('shell.tokens')}><IconKey {...icon} /></Link>
      </Tooltip>
      <Tooltip label={t('shell.tenants')} {...tip}>
        <Link to="/tenants/tenants" className={classes.item} aria-label={t('shell.tenants')}><IconBuildingCommunity {...icon} /></Link>
      </Tooltip>
      <span className={classes.gap} />
      <Tooltip label={t('shell.docs')} {...tip}>
        <a href="/app/docs" className={classes.item} aria-label={t('shell.docs')}><IconBook2 {...icon} /></a>
      </Tooltip>
      <Tooltip label={`${t('shell.keys')} (?)`} {...tip}>
        <button type="button" className={classes.item} aria-label={t('shell.keys')} onClick={onKeys}><IconHelp {...icon} /></button>
      </Tooltip>
    </nav>
  );
}
