import { createRootRoute, Link, Outlet } from '@tanstack/react-router';
import { IconMapOff } from '@tabler/icons-react';
import { t } from '@/texts';
import { Empty } from '@/ui/states/Empty';
import { Failed } from '@/ui/states/Failed';
import { Bare } from '@/ui/shell/Bare';

export const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: () => (
    <Bare title={t('states.noPage')}>
      <Empty icon={<IconMapOff size={20} stroke={1.5} />} title={t('states.noPage')} act={<Link to="/">{t('states.toStart')}</Link>}>{t('states.noPageText')}</Empty>
    </Bare>
  ),
  errorComponent: ({ error, reset }) => <Bare title={t('states.failed')}><Failed error={error} retry={reset} /></Bare>,
});
