import { IconBook2, IconBuildingCommunity, IconHelp, IconKey, IconLayoutGrid, IconSettings } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { homePage } from '@/model/settings/pages';
import { usePlace } from '@/state/place';
import { t } from '@/texts';
import { Mark } from './Mark';
import classes from './shell.module.css';

const icon = { size: 20, stroke: 1.5 };

/** The app's parts, at the left edge; at the foot on a phone. */
export function Rail({ onKeys }: { onKeys: () => void }) {
  const { tenantId } = usePlace();
  return (
    <nav className={classes.rail} aria-label={t('shell.parts')}>
      <Link to="/app/workspace" className={classes.brand} aria-label={t('app.name')} tabIndex={-1} aria-hidden><Mark size={26} /></Link>
      <Link data-tip={t('shell.workspace')} to="/app/workspace" className={classes.item} aria-label={t('shell.workspace')}><IconLayoutGrid {...icon} /></Link>
      <Link data-tip={t('shell.settings')} to="/app/configui" search={{ tenantId, page: homePage }} activeOptions={{ includeSearch: false }} className={classes.item} aria-label={t('shell.settings')}><IconSettings {...icon} /></Link>
      <Link data-tip={t('shell.tokens')} to="/tokens" className={classes.item} aria-label={t('shell.tokens')}><IconKey {...icon} /></Link>
      <Link data-tip={t('shell.tenants')} to="/tenants/tenants" className={classes.item} aria-label={t('shell.tenants')}><IconBuildingCommunity {...icon} /></Link>
      <span className={classes.gap} />
      <a data-tip={t('shell.docs')} href="/app/docs" className={classes.item} aria-label={t('shell.docs')}><IconBook2 {...icon} /></a>
      <button data-tip={`${t('shell.keys')} (?)`} type="button" className={classes.item} aria-label={t('shell.keys')} onClick={onKeys}><IconHelp {...icon} /></button>
    </nav>
  );
}
