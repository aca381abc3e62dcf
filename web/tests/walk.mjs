// Walks through all pages, light and dark, full and empty: no violation of accessibility or of the content security policy, no error in the console. Keeps pictures.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { ids, now } from './mock/data.mjs';
import { startMock } from './mock/server.mjs';

const root = process.env.ESPALIER_WWWROOT ?? new URL('../../src/Server/wwwroot', import.meta.url).pathname;
const shots = process.env.ESPALIER_SHOTS ?? new URL('../../artifacts/web-shots', import.meta.url).pathname;
const only = process.argv[2];
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', process.env.CHROMIUM].find(path => path && existsSync(path));
if (!executablePath) {
  console.log('No Chromium: the walk is skipped.');
  process.exit(process.env.CI ? 1 : 0);
}
const settings = page => `/app/configui?tenantId=DEMO&page=${page}`;
const dataset = `/data/datasets/${ids.positions}`;
const press = (role, name) => page => page.getByRole(role, { name, exact: false }).first().click();

/** name, address, mode, what to do there */
const places = [
  ['sign-in', '/sign-in', 'out'], ['setup', '/setup#code=abc', 'setup'], ['invite', '/invite#code=abc', 'out'], ['not-found', '/nowhere', 'full'],
  ['workspace', '/app/workspace'], ['workspace-empty', '/app/workspace', 'empty'], ['workspace-broken', '/app/workspace', 'broken'],
  ['tokens', '/tokens'], ['tokens-empty', '/tokens', 'empty'], ['tokens-reader', '/tokens', 'reader'],
  ['tokens-new', '/tokens', 'empty', async page => { await page.getByLabel('Name').fill('Nightly import'); await page.getByLabel('Allowed addresses').fill('10.1.2.3/8'); }],
  ['tokens-made', '/tokens', 'empty', async page => { await page.getByLabel('Name').fill('Nightly import'); await page.getByRole('button', { name: 'Create token' }).click(); await page.getByText('Ready to paste').waitFor(); }],
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
  ['keys', '/tokens', 'full', async page => { await page.keyboard.press('?'); await page.getByRole('dialog').waitFor(); }],
  ['tray', '/app/workspace', 'full', press('button', '1 job')], ['account-menu', '/app/workspace', 'full', press('button', 'Account of')], ['place', '/app/workspace', 'full', press('button', 'Dataset:')],
  ['signed-out', settings('/users'), 'full', async page => { await page.route('**/users/**', route => route.fulfill({ status: 401, json: { errors: [{ code: '40190', name: 'SessionEnded', message: 'x' }] } })); await page.getByRole('switch').first().click({ force: true }); await page.getByText('You are signed out').waitFor(); }],
];

const mock = await startMock(root);
const browser = await chromium.launch({ executablePath, args: ['--disable-gpu', '--force-color-profile=srgb'] });
mkdirSync(shots, { recursive: true });
const axe = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const texts = Object.entries(JSON.parse(readFileSync(new URL('../src/texts/en.json', import.meta.url), 'utf8'))).flatMap(([section, all]) => Object.keys(all).map(key => `${section}.${key.replace(/_(one|other)$/, '')}`));
let problems = 0;
const complain = text => { problems++; console.log(`  ✗ ${text}`); };

for (const scheme of (process.env.ESPALIER_SCHEMES ?? 'light,dark').split(',')) {
  for (const [name, address, mode = 'full', act] of places) {
    if (only && !new RegExp(only).test(name)) continue;
    const context = await browser.newContext({ viewport: { width: Number(process.env.WIDTH ?? 1280), height: 800 }, colorScheme: scheme, locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce', bypassCSP: false });
    await context.addCookies([{ name: 'mock', value: mode, url: mock.url }]);
    const page = await context.newPage();
    await page.clock.setFixedTime(now);
    const label = `${name} (${scheme})`;
    page.on('console', message => {
      if (message.type() === 'error' && !/status of (401|404|500)/.test(message.text())) complain(`${label}: ${message.text().slice(0, 300)}`);
    });
    page.on('pageerror', error => complain(`${label}: ${error.message.slice(0, 300)}`));
    try {
      await page.goto(mock.url + address);
      await page.locator('h1').first().waitFor({ state: 'attached', timeout: 8000 });
      await page.waitForTimeout(250);
      await act?.(page);
      await page.waitForTimeout(350);
      await page.screenshot({ path: `${shots}/${name}-${scheme}.png` });
      if (process.env.FULL) await page.screenshot({ path: `${shots}/${name}-${scheme}-full.png`, fullPage: true });
      const shown = await page.evaluate(() => document.body.innerText);
      for (const name of texts.filter(text => shown.includes(text))) complain(`${label}: shows the name of a text, ${name}`);
      // The policy is on, so the checker comes by the debugger and not by a script element.
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
      for (const violation of violations) complain(`${label}: ${violation.id} ${violation.nodes.slice(0, 2).map(node => `${node.html.slice(0, 160)} ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ''}`).join(' | ')}`);
    } catch (error) {
      complain(`${label}: ${String(error).slice(0, 400)}`);
      await page.screenshot({ path: `${shots}/${name}-${scheme}-failed.png` });
    }
    await context.close();
  }
}
await browser.close();
mock.close();
console.log(problems ? `${problems} problems` : 'No problems.');
process.exit(problems ? 1 : 0);
