import { Menu } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconLogout, IconMoon, IconSun, IconUser } from '@tabler/icons-react';
import { signOut, useSession } from '@/api/queries/session';
import { listPages } from '@/model/settings/pages';
import { useGo, usePlace } from '@/state/place';
import { chooseScheme, savePreferences, usePreferences } from '@/state/preferences';
import { giveUpUnsaved, mayLoseAll } from '@/state/unsaved';
import { t } from '@/texts';
import { toast } from '../toast';
import classes from './shell.module.css';

const icons = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon };
const schemes = ['auto', 'light', 'dark'] as const;

const initials = (email: string) => {
  const parts = email.split('@')[0]!.split(/[._-]+/).filter(Boolean);
  return `${parts[0]?.[0] ?? ''}${parts[1]?.[0] ?? parts[0]?.[1] ?? ''}`.toUpperCase();
};

/** Leaves the app for the sign-in page, unless something is unsaved that shall stay. The whole page is loaded anew, so nothing stays in memory. */
export async function leave() {
  if (!(await mayLoseAll())) return;
  await savePreferences();
  try {
    await signOut();
    giveUpUnsaved();
    location.assign('/sign-in');
  } catch (error) {
    toast.failed(error);
  }
}

export function AccountMenu() {
  // The menu is one's own, also while another person's view is shown.
  const { user, tenants } = useSession();
  const { tenantId } = usePlace();
  const tenant = tenants.find(one => one.id === tenantId);
  const scheme = usePreferences(preferences => preferences.scheme);
  const go = useGo();
  return (
    <Menu width={260} position="bottom-end" withinPortal={false}>
      <Menu.Target><button type="button" className={classes.avatar} aria-label={t('shell.account', { initials: initials(user.email), email: user.email })}>{initials(user.email)}</button></Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{user.email}{tenant && ` · ${t(`roles.${tenant.role}`)}`}</Menu.Label>
        <Menu.Item leftSection={<IconUser size={16} stroke={1.5} />} onClick={() => go.settings(listPages.account.path)}>{t('shell.myAccount')}</Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('shell.scheme')}</Menu.Label>
        {schemes.map(value => {
          const Icon = icons[value];
          return <Menu.Item key={value} aria-current={value === scheme || undefined} leftSection={<Icon size={16} stroke={1.5} />} rightSection={value === scheme && <IconCheck size={14} stroke={1.5} />} onClick={() => chooseScheme(value)}>{t(`scheme.${value}`)}</Menu.Item>;
        })}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.5} />} onClick={() => void leave()}>{t('shell.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
