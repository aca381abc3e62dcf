import { IconMapOff } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { homePage, listNames, listOf, listPages, parsePage, type ListName, type SettingsPage as Target } from '@/model/settings/pages';
import { isAdmin, useGo, usePlace } from '@/state/place';
import { t } from '@/texts';
import { Card, Page } from '@/ui/Page';
import { fetched, withTexts } from '@/ui/later';
import { SettingsLink } from '@/ui/SettingsLink';
import { Empty } from '@/ui/states/Empty';
import { NoRights } from '@/ui/states/Failed';
import classes from './settings.module.css';

const route = getRouteApi('/frame/app/configui');
const groups = ['data', 'people', 'operation', 'own'] as const;

/** A page that is fetched with the texts it needs. */
const page = <P extends object>(load: () => Promise<{ default: ComponentType<P> }>) => fetched(withTexts(async () => (await load()).default), true);

const pages = {
  datasets: fetched(async () => (await import('./datasets/DatasetsPage')).default, true),
  dataset: page(() => import('./datasets/DatasetPage')),
  properties: page(() => import('./properties/PropertiesPage')),
  links: page(() => import('./links/LinksPage')),
  views: page(() => import('./views/ViewsPage')),
  drafts: page(() => import('./drafts/DraftsPage')),
  types: page(() => import('./datasets/TypesPage')),
  users: page(() => import('./users/UsersPage')),
  groups: page(() => import('./users/GroupsPage')),
  rights: page(() => import('./rights/RightsPage')),
  webhooks: page(() => import('./webhooks/WebhooksPage')),
  webhook: page(() => import('./webhooks/WebhookPage')),
  audit: page(() => import('./operation/AuditPage')),
  plan: page(() => import('./operation/PlanPage')),
  jobs: page(() => import('./operation/JobsPage')),
  account: page(() => import('./account/AccountPage')),
};

/** The settings: a list of pages, and the one that the address says. */
export function SettingsPage() {
  const { page: path } = route.useSearch();
  const place = usePlace();
  const go = useGo();
  const target = parsePage(path);
  const current = listOf(target);
  const admin = isAdmin(place.tenant);
  const shown = listNames.filter(name => admin || !listPages[name].admin);
  return (
    <div className={classes.settings}>
      <nav className={classes.nav} aria-label={t('settings.nav')}>
        {groups.map(group => {
          const names = shown.filter(name => listPages[name].group === group);
          return names.length > 0 && (
            <div key={group}>
              <h2>{t(`settings.${group}`)}</h2>
              <ul>{names.map(name => <li key={name}><SettingsLink page={listPages[name].path} className={classes.link} current={name === current}>{t(`pages.${name}`)}</SettingsLink></li>)}</ul>
            </div>
          );
        })}
      </nav>
      <div className={classes.pick}>
        <select className={classes.select} aria-label={t('settings.nav')} value={current ?? ''} onChange={event => go.settings(listPages[event.currentTarget.value as ListName].path)}>
          {shown.map(name => <option key={name} value={name}>{t(`pages.${name}`)}</option>)}
        </select>
      </div>
      <div className={classes.body}>
        <Body key={`${place.tenantId}${path ?? homePage}`} target={target} />
      </div>
    </div>
  );
}

function Body({ target }: { target: Target }) {
  const { tenant, tenantId } = usePlace();
  const list = listOf(target);
  if (target.name === 'account') return <pages.account />;
  if (!tenant) return <Page title={t('settings.title')}><Card><NoRights title={t('settings.noTenant', { id: tenantId })} message={t('settings.noTenantText')} /></Card></Page>;
  if (list && listPages[list].admin && !isAdmin(tenant)) return <Page title={t(`pages.${list}`)}><Card><NoRights message={t('settings.adminsOnly')} /></Card></Page>;
  switch (target.name) {
    case 'dataset': return <pages.dataset tenantId={tenantId} datasetId={target.datasetId} />;
    case 'properties': return <pages.properties tenantId={tenantId} datasetId={target.datasetId} />;
    case 'webhook': return <pages.webhook tenantId={tenantId} webhookId={target.webhookId} />;
    case 'unknown': return (
      <Page title={t('settings.title')}>
        <Card><Empty icon={<IconMapOff size={20} stroke={1.5} />} title={t('states.noPage')} act={<SettingsLink page={homePage}>{t('pages.datasets')}</SettingsLink>}>{target.path}</Empty></Card>
      </Page>
    );
    default: {
      const List = pages[target.name];
      return <List tenantId={tenantId} />;
    }
  }
}
