import { IconSearch } from '@tabler/icons-react';
import { t } from '@/texts';
import { AccountMenu } from './AccountMenu';
import { JobsTray } from './JobsTray';
import { PlaceSwitch } from './PlaceSwitch';
import classes from './shell.module.css';

/** Where one is, what one looks for, what goes on, and who one is. */
export function TopBar({ onFind }: { onFind: () => void }) {
  return (
    <header className={classes.top}>
      <PlaceSwitch />
      <button type="button" className={classes.find} onClick={onFind} aria-keyshortcuts="Control+K">
        <IconSearch size={16} stroke={1.5} aria-hidden /><span>{t('shell.find')}</span><kbd aria-hidden>{t('shell.findKey')}</kbd>
      </button>
      <JobsTray />
      <AccountMenu />
    </header>
  );
}
