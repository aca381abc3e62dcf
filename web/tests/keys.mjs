// Walks the app without a mouse: everything that can be pressed is reached with Tab, shows that it has the focus, and gives it back after a dialog.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { ids, now } from './mock/data.mjs';
import { startMock } from './mock/server.mjs';

const root = process.env.ESPALIER_WWWROOT ?? new URL('../../src/Server/wwwroot', import.meta.url).pathname;
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', process.env.CHROMIUM].find(path => path && existsSync(path));
if (!executablePath) {
  console.log('No Chromium: the walk by keyboard is skipped.');
  process.exit(process.env.CI ? 1 : 0);
}
const settings = page => `/app/configui?tenantId=DEMO&page=${page}`;
const dataset = `/data/datasets/${ids.positions}`;
const pages = ['/sign-in', '/app/workspace', '/tokens', '/tenants/tenants', ...['/data/datasets', dataset, `${dataset}/properties`, '/data/links', '/data/views', '/data/drafts', '/data/types', '/users', '/groups', '/rights', '/jobs', '/webhooks', `/webhooks/${ids.hook}`, '/plan', '/audit', '/account'].map(settings)];

/** address, and the button that opens something that Escape closes */
const openers = [
  ['/tokens', 'Workday nightly'], ['/tokens', 'Revoke Workday nightly'], ['/tenants/tenants', 'Edit ACME_EU'], ['/tenants/tenants', 'New tenant'],
  [settings('/data/datasets'), 'New dataset'], [settings(`${dataset}/properties`), 'Salary'], [settings('/data/views'), 'New view'], [settings('/data/views'), 'Leeds'], [settings('/data/drafts'), 'Finance 27'],
  [settings('/users'), 'bob.hughes@example.com'], [settings('/users'), 'Add user'], [settings('/users'), 'Add many'], [settings('/groups'), 'hr'], [settings('/webhooks'), 'New webhook'], [settings('/jobs'), 'Export'],
  [settings('/data/links'), 'New links'], ['/app/workspace', 'Keyboard shortcuts'], ['/app/workspace', 'Find or do'],
];

const mock = await startMock(root);
const browser = await chromium.launch({ executablePath, args: ['--disable-gpu'] });
const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce' });
let problems = 0;
const complain = text => { problems++; console.log(`  ✗ ${text}`); };
const open = async address => {
  const page = await context.newPage();
  await page.clock.setFixedTime(now);
  await context.addCookies([{ name: 'mock', value: address === '/sign-in' ? 'out' : 'full', url: mock.url }]);
  await page.goto(mock.url + address);
  await page.locator('h1').first().waitFor({ state: 'attached', timeout: 60_000 });
  await page.waitForTimeout(400);
  return page;
};
const focused = page => page.evaluate(() => {
  const one = document.activeElement;
  if (!one || one === document.body) return undefined;
  const name = `${one.tagName.toLowerCase()} ${one.getAttribute('aria-label') ?? one.textContent?.trim().slice(0, 40) ?? ''}`;
  // A switch or a field shows it beside or around the input itself.
  const marks = [one, one.parentElement, one.nextElementSibling, one.closest('.mantine-Input-input'), one.nextElementSibling?.querySelector('.mantine-Switch-track')].filter(Boolean);
  const shows = marks.some(mark => { const style = getComputedStyle(mark); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2; });
  const box = one.getBoundingClientRect();
  const under = one.tagName === 'INPUT' ? one : document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return { name, shows, covered: Boolean(under) && box.width > 1 && !one.contains(under) && !under.contains(one) ? `${under.tagName} ${under.className}` : undefined, id: (one.dataset.walked ??= String(Math.random())) };
});

for (const address of pages) {
  const page = await open(address);
  const wanted = await page.evaluate(() => [...document.querySelectorAll('a[href], button, input, select, textarea, [tabindex="0"]')]
    .filter(one => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0 && !one.closest('[aria-hidden=true], fieldset:disabled'))
    .filter(one => !(one.type === 'radio' && !one.checked) && !(one.role === 'tab' && one.ariaSelected !== 'true'))
    .map(one => (one.dataset.walked ??= String(Math.random()))));
  const met = new Set();
  await page.evaluate(() => { document.activeElement?.blur?.(); window.scrollTo(0, 0); });
  for (let i = 0; i < wanted.length + 40; i++) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (!at) continue;
    if (met.has(at.id)) break;
    met.add(at.id);
    if (!at.shows) complain(`${address}: ${at.name} does not show its focus`);
    if (at.covered) complain(`${address}: ${at.name} is covered by ${at.covered}`);
  }
  const missed = wanted.filter(id => !met.has(id));
  for (const id of missed) complain(`${address}: Tab does not reach ${await page.evaluate(id => { const one = document.querySelector(`[data-walked="${id}"]`); return one?.outerHTML.slice(0, 140); }, id)}`);
  await page.close();
}

for (const [address, name] of openers) {
  const page = await open(address);
  const button = page.getByRole('button', { name }).first();
  await button.focus();
  await page.keyboard.press('Enter');
  try {
    await page.getByRole('dialog').first().waitFor({ timeout: 30_000 });
    await page.waitForTimeout(250);
    if (!(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null))) complain(`${address}: “${name}” does not take the focus along`);
    await page.keyboard.press('Escape');
    await page.waitForTimeout(250);
    // A list that is open in the dialog closes first.
    if (await page.getByRole('dialog').count()) await page.keyboard.press('Escape');
    await page.getByRole('dialog').first().waitFor({ state: 'detached', timeout: 30_000 });
    await page.waitForTimeout(100);
    if (!(await button.evaluate(one => one === document.activeElement))) complain(`${address}: after “${name}” the focus is at ${(await focused(page))?.name ?? 'nothing'}`);
  } catch (error) {
    complain(`${address}: ${name}: ${String(error).slice(0, 200)}`);
  }
  await page.close();
}

// Menus: the arrows choose, and what they open gives the focus back to the button.
{
  const page = await open(settings(dataset));
  const more = page.getByRole('button', { name: 'More actions' });
  await more.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem').first().waitFor();
  await page.waitForTimeout(150);
  for (let i = 0; i < 8 && !(await page.evaluate(() => document.activeElement?.textContent === 'Save as copy')); i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ timeout: 30_000 }).catch(() => complain('the menu’s “Save as copy” opens nothing'));
  await page.waitForTimeout(250);
  await page.keyboard.press('Escape');
  await page.waitForTimeout(250);
  if (!(await more.evaluate(one => one === document.activeElement))) complain(`after a menu’s dialog the focus is at ${(await focused(page))?.name ?? 'nothing'}`);
  await page.close();
}

// The order of properties, with Alt and the arrows; the property that moves keeps the focus.
{
  const page = await open(settings(`${dataset}/properties`));
  const sent = page.waitForRequest(request => request.url().endsWith('/properties/order'), { timeout: 30_000 }).catch(() => undefined);
  const salary = page.getByRole('button', { name: 'Salary', exact: true });
  await salary.focus();
  await page.keyboard.press('Alt+ArrowUp');
  if (!(await sent)) complain('Alt-ArrowUp moves no property');
  if (!(await page.getByText('Salary is now 5 of 9').count())) complain('what has moved is not told');
  if (!(await salary.evaluate(one => one === document.activeElement))) complain('a property that moves loses the focus');
  await page.keyboard.press('ArrowDown');
  if (await salary.evaluate(one => one === document.activeElement)) complain('the arrows do not walk the rows');
  await page.close();
}

await browser.close();
mock.close();
console.log(problems ? `${problems} problems` : 'No problems.');
process.exit(problems ? 1 : 0);
