import { Menu, SegmentedControl, VisuallyHidden } from '@mantine/core';
import { IconDeviceDesktop, IconLogout, IconMoon, IconSun, IconUser } from '@tabler/icons-react';
import { signOut, useSession } from '@/api/queries/session';
import { listPages } from '@/model/settings/pages';
import { useGo, usePlace } from '@/state/place';
import { chooseScheme, usePreferences, type Scheme } from '@/state/preferences';
import { t } from '@/texts';
import { toast } from '../toast';
import classes from './shell.module.css';

const icons = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon };
const schemes = ['auto', 'light', 'dark'] as const;

const initials = (email: string) => {
  const parts = email.split('@')[0]!.split(/[._-]+/).filter(Boolean);
  return `${parts[0]?.[0] ?? ''}${parts[1]?.[0] ?? parts[0]?.[1] ?? ''}`.toUpperCase();
};

/** Leaves the app for the sign-in page; the whole page is loaded anew, so nothing stays in memory. */
export const leave = () => void signOut().then(() => location.assign('/sign-in'), toast.failed);

export function AccountMenu() {
  const { user } = useSession();
  const { tenant } = usePlace();
  const scheme = usePreferences(preferences => preferences.scheme);
  const go = useGo();
  return (
    <Menu width={260} position="bottom-end">
      <Menu.Target><button type="button" className={classes.avatar} aria-label={t('shell.account', { email: user.email })}>{initials(user.email)}</button></Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{user.email}{tenant && ` · ${t(`roles.${tenant.role}`)}`}</Menu.Label>
        <Menu.Item leftSection={<IconUser size={16} stroke={1.5} />} onClick={() => go.settings(listPages.account.path)}>{t('shell.myAccount')}</Menu.Item>
        <Menu.Divider />
        <div style={{ padding: '4px 8px' }}>
          <SegmentedControl fullWidth size="xs" aria-label={t('shell.scheme')} value={scheme} onChange={value => chooseScheme(value as Scheme)}
            data={schemes.map(value => {
              const Icon = icons[value];
              return { value, label: <span title={t(`scheme.${value}`)}><Icon size={16} stroke={1.5} aria-hidden style={{ display: 'block', margin: '2px auto' }} /><VisuallyHidden>{t(`scheme.${value}`)}</VisuallyHidden></span> };
            })} />
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.5} />} onClick={leave}>{t('shell.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
