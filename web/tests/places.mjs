// The places that the walk goes to: name, address, what the stand-in answers, what to do there.
import { ids } from './mock/data.mjs';

const settings = page => `/app/configui?tenantId=DEMO&page=${page}`;
const dataset = `/data/datasets/${ids.positions}`;
const press = (role, name) => page => page.getByRole(role, { name, exact: false }).first().click();

export const places = [
  ['sign-in', '/sign-in', 'out'], ['setup', '/setup#code=abc', 'setup'], ['invite', '/invite#code=abc', 'out'], ['not-found', '/nowhere', 'full'],
  ['workspace', '/app/workspace'], ['workspace-empty', '/app/workspace', 'empty'], ['workspace-broken', '/app/workspace', 'broken', page => page.getByRole('alert').first().waitFor()],
  ['tokens', '/tokens'], ['tokens-empty', '/tokens', 'empty'], ['tokens-reader', '/tokens', 'reader'],
  ['tokens-new', '/tokens', 'empty', async page => { await page.getByLabel('Name').fill('Nightly import'); await page.getByLabel('Allowed addresses').fill('10.1.2.3/8'); }],
  ['tokens-made', '/tokens', 'full', async page => { await press('button', 'New token')(page); await page.getByLabel('Name', { exact: true }).fill('Nightly import'); await page.getByRole('button', { name: 'Create token' }).click(); await page.getByText('Ready to paste').waitFor(); }],
  ['tokens-usage', '/tokens', 'full', press('button', 'Workday nightly')],
  ['tokens-revoke', '/tokens', 'full', press('button', 'Revoke Workday nightly')],
  ['tenants', '/tenants/tenants'], ['tenants-empty', '/tenants/tenants', 'empty'], ['tenants-edit', '/tenants/tenants', 'full', press('button', 'Edit ACME_EU')],
  ['datasets', settings('/data/datasets')], ['datasets-empty', settings('/data/datasets'), 'empty'], ['datasets-new', settings('/data/datasets'), 'full', press('button', 'New dataset')],
  ['dataset', settings(dataset)],
  ['dataset-tree', settings(dataset), 'full', async page => { await page.getByLabel('Parent ID').selectOption('department'); await page.getByText('The tree as it would be').waitFor(); }],
  ['properties', settings(`${dataset}/properties`)],
  ['property', settings(`${dataset}/properties`), 'full', async page => { await press('button', 'Salary')(page); await page.getByLabel('Type', { exact: true }).selectOption('text'); }],
  ['property-values', settings(`${dataset}/properties`), 'full', async page => { await press('button', 'Team cost')(page); await press('tab', 'Values')(page); await page.getByLabel('Expression').fill('node.salry'); await page.getByText('There is no property').waitFor(); }],
  ['users', settings('/users')], ['user', settings('/users'), 'full', press('button', 'bob.hughes@example.com')], ['users-reader', settings('/users'), 'reader'],
  ['users-many', settings('/users'), 'full', async page => { await press('button', 'Add many')(page); await page.getByRole('textbox', { name: 'Rows' }).fill('dora@example.com, user, hr; leeds, yes\nadmin@example.com\nnobody'); }],
  ['users-links', settings('/users'), 'full', async page => { await press('button', 'Add many')(page); await page.getByRole('textbox', { name: 'Rows' }).fill('email,groups,expires,allowed addresses\ndora@example.com,hr; leeds,2027-06-30,10.20.0.0/16\neve@example.com'); await press('button', 'Add 2 people')(page); await page.getByText('2 invitations').waitFor(); }],
  ['groups', settings('/groups')], ['rights', settings('/rights')],
  ['rights-explain', settings('/rights'), 'full', async page => { await press('tab', 'Explain')(page); await page.getByRole('combobox', { name: 'Person' }).fill('bob.hughes@example.com'); await page.getByText('812 of 6,521').waitFor(); await page.keyboard.press('Escape'); }],
  ['rights-matrix', settings('/rights'), 'full', press('button', 'Rules of Positions')], ['rights-filter', settings('/rights'), 'full', async page => { await press('button', 'Add rule')(page); await page.getByRole('button', { name: 'Add condition' }).last().click(); await page.getByRole('button', { name: 'Add condition' }).last().scrollIntoViewIfNeeded(); }],
  ['views', settings('/data/views')], ['views-empty', settings('/data/views'), 'empty'], ['views-reader', settings('/data/views'), 'reader'], ['view', settings('/data/views'), 'full', press('button', 'Leeds')], ['view-new', settings('/data/views'), 'full', async page => { await press('button', 'New view')(page); await page.getByLabel('Dataset', { exact: true }).selectOption({ label: 'Positions 2026' }); await page.getByRole('button', { name: 'Add condition' }).click(); await page.getByText('Shows 812').waitFor(); }],
  ['drafts', settings('/data/drafts')], ['drafts-empty', settings('/data/drafts'), 'empty'], ['draft', settings('/data/drafts'), 'full', press('button', 'Finance 27')], ['draft-delete', settings('/data/drafts'), 'full', async page => { await press('button', 'Finance 27')(page); await press('button', 'Delete draft')(page); }],
  ['links', settings('/data/links')], ['links-empty', settings('/data/links'), 'empty'], ['types', settings('/data/types')],
  ['webhooks', settings('/webhooks')], ['webhooks-empty', settings('/webhooks'), 'empty'], ['webhook', settings(`/webhooks/${ids.hook}`)],
  ['audit', settings('/audit')], ['plan', settings('/plan')], ['jobs', settings('/jobs')], ['jobs-empty', settings('/jobs'), 'empty'], ['job', settings('/jobs'), 'full', press('button', 'Import Dry run')], ['account', settings('/account')],
  ['palette', '/app/workspace', 'full', async page => { await page.keyboard.press('Control+k'); await page.getByRole('combobox').fill('po'); }],
  ['keys', '/tokens', 'full', async page => { await page.getByRole('heading', { level: 1 }).waitFor(); await page.waitForTimeout(300); await page.keyboard.press('?'); await page.getByRole('dialog').waitFor(); }],
  ['tray', '/app/workspace', 'full', press('button', '1 job')], ['account-menu', '/app/workspace', 'full', press('button', 'Account of')], ['place', '/app/workspace', 'full', press('button', 'Dataset:')],
  ['signed-out', settings('/users'), 'full', async page => { await page.route('**/users/**', route => route.fulfill({ status: 401, json: { errors: [{ code: '40190', name: 'SessionEnded', message: 'x' }] } })); await page.getByRole('switch').first().click({ force: true }); await page.getByText('You are signed out').waitFor(); }],
];
