/** A page of the settings, as the `page` of an address says it. */
export type SettingsPage =
  | { readonly name: 'datasets' | 'links' | 'views' | 'drafts' | 'types' | 'users' | 'groups' | 'rights' | 'webhooks' | 'audit' | 'plan' | 'jobs' | 'account' }
  | { readonly name: 'dataset' | 'properties'; readonly datasetId: string }
  | { readonly name: 'webhook'; readonly webhookId: string }
  | { readonly name: 'unknown'; readonly path: string };

export type ListPage = Extract<SettingsPage, { name: 'datasets' | 'users' }>['name'];

/** Where each list is, and who may open it. */
export const listPages = {
  datasets: { path: '/data/datasets', group: 'data', admin: false },
  links: { path: '/data/links', group: 'data', admin: false },
  views: { path: '/data/views', group: 'data', admin: false },
  drafts: { path: '/data/drafts', group: 'data', admin: false },
  types: { path: '/data/types', group: 'data', admin: false },
  users: { path: '/users', group: 'people', admin: true },
  groups: { path: '/groups', group: 'people', admin: true },
  rights: { path: '/rights', group: 'people', admin: false },
  jobs: { path: '/jobs', group: 'operation', admin: false },
  webhooks: { path: '/webhooks', group: 'operation', admin: true },
  plan: { path: '/plan', group: 'operation', admin: true },
  audit: { path: '/audit', group: 'operation', admin: true },
  account: { path: '/account', group: 'own', admin: false },
} as const;

export type ListName = keyof typeof listPages;
export const listNames = Object.keys(listPages) as ListName[];
export const homePage = listPages.datasets.path;

const id = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export function parsePage(path: string | undefined): SettingsPage {
  const clean = `/${(path ?? homePage).split('/').filter(Boolean).join('/')}`;
  if (clean === '/' || clean === '/data') return { name: 'datasets' };
  const list = listNames.find(name => listPages[name].path === clean);
  if (list) return { name: list };
  const [first, second, third, fourth, ...rest] = clean.slice(1).split('/');
  if (rest.length === 0 && first === 'data' && second === 'datasets' && third && id.test(third)) {
    if (fourth === undefined) return { name: 'dataset', datasetId: third.toUpperCase() };
    if (fourth === 'properties') return { name: 'properties', datasetId: third.toUpperCase() };
  }
  if (first === 'webhooks' && second && id.test(second) && third === undefined) return { name: 'webhook', webhookId: second.toUpperCase() };
  return { name: 'unknown', path: clean };
}

/** The list that a page belongs to, which the navigation shows as the current one. */
export function listOf(page: SettingsPage): ListName | undefined {
  switch (page.name) {
    case 'dataset':
    case 'properties': return 'datasets';
    case 'webhook': return 'webhooks';
    case 'unknown': return undefined;
    default: return page.name;
  }
}

export const datasetPath = (datasetId: string) => `${listPages.datasets.path}/${datasetId}`;
export const propertiesPath = (datasetId: string) => `${datasetPath(datasetId)}/properties`;
export const webhookPath = (webhookId: string) => `${listPages.webhooks.path}/${webhookId}`;
