// Uses forms as people do: one save for all tabs, no work lost without a question, no second submit, and a server that goes away.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { ids, rights, users } from './mock/data.mjs';
import { startMock } from './mock/server.mjs';

const root = process.env.ESPALIER_WWWROOT ?? new URL('../../src/Server/wwwroot', import.meta.url).pathname;
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', process.env.CHROMIUM].find(path => path && existsSync(path));
if (!executablePath) {
  console.log('No Chromium: the walk through the forms is skipped.');
  process.exit(process.env.CI ? 1 : 0);
}
const settings = page => `/app/configui?tenantId=DEMO&page=${page}`;
const dataset = `/data/datasets/${ids.positions}`;
const mock = await startMock(root);
const browser = await chromium.launch({ executablePath, args: ['--disable-gpu'] });
let problems = 0;
const hold = (what, holds) => {
  if (holds) return;
  problems++;
  console.log(`  ✗ ${what}`);
};

/** Runs one check on a page of its own; `sent` are the requests that change something. */
async function check(name, address, act, mode = 'full') {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce' });
  await context.addCookies([{ name: 'mock', value: mode, url: mock.url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const sent = [];
  page.on('request', request => {
    if (!/GET|HEAD/.test(request.method()) && !/preferences|evaluate|Preview/.test(request.url())) sent.push(`${request.method()} ${new URL(request.url()).pathname}`);
  });
  page.on('pageerror', error => hold(`${name}: ${error.message}`, false));
  try {
    await page.goto(mock.url + address);
    await page.locator('h1').first().waitFor({ state: 'attached' });
    await act(page, sent, what => `${name}: ${what}`);
  } catch (error) {
    hold(`${name}: ${String(error).slice(0, 300)}`, false);
  }
  await context.close();
}
const button = (page, name) => page.getByRole('button', { name, exact: true });
const question = page => page.getByText('Leave without saving?');
const asks = page => question(page).waitFor().then(() => true, () => false);
const stay = async page => {
  await button(page, 'Stay here').click();
  await question(page).waitFor({ state: 'hidden' });
};
const gone = page => page.getByRole('dialog').first().waitFor({ state: 'detached' });

await check('one save for all tabs', settings(`${dataset}/properties`), async (page, sent, say) => {
  await button(page, 'Salary').click();
  await page.getByRole('tab', { name: 'Permissions' }).click();
  await page.getByLabel('For everybody').selectOption('read');
  await button(page, 'Save').click();
  await gone(page);
  hold(say(`sent ${sent}`), sent.length === 1 && /PUT .*\/rights$/.test(sent[0]));
  await button(page, 'Salary').click();
  await button(page, 'Save').click();
  await gone(page);
  hold(say('something is sent when nothing was changed'), sent.length === 1);
});

await check('a problem on another tab', settings(`${dataset}/properties`), async (page, sent, say) => {
  await button(page, 'Salary').click();
  await page.getByLabel('Name', { exact: true }).fill('');
  await page.getByRole('tab', { name: 'Values' }).click();
  await button(page, 'Save').click();
  await page.getByText('Needed').waitFor();
  await page.waitForFunction(() => document.activeElement?.labels?.[0]?.textContent.startsWith('Name')).catch(() => hold(say('the field has no focus'), false));
  hold(say('it is sent'), sent.length === 0);
});

await check('a panel with work in it', settings(dataset), async (page, _sent, say) => {
  await page.getByRole('link', { name: /properties/i }).first().click();
  await button(page, 'Salary').click();
  await page.getByLabel('Description').fill('Per year');
  await page.keyboard.press('Escape');
  hold(say('Escape does not ask'), await asks(page));
  await page.keyboard.press('Escape');
  await question(page).waitFor({ state: 'hidden' });
  hold(say('Escape closes more than the question'), await page.getByLabel('Description').inputValue() === 'Per year');
  await page.mouse.click(300, 500);
  hold(say('a click outside does not ask'), await asks(page));
  await stay(page);
  await page.goBack();
  hold(say('Back does not ask'), await asks(page));
  await stay(page);
  await page.keyboard.press('Escape');
  await button(page, 'Leave').click();
  await gone(page);
});

await check('pasted rows', settings('/users'), async (page, _sent, say) => {
  await button(page, 'Add many').click();
  await page.getByRole('textbox', { name: 'Rows' }).fill('dora@example.com');
  await page.keyboard.press('Escape');
  hold(say('Escape does not ask'), await asks(page));
});

await check('a link before saving', settings('/users'), async (page, sent, say) => {
  await button(page, 'bob.hughes@example.com').click();
  await page.getByRole('combobox', { name: 'Groups' }).fill('board');
  await page.keyboard.press('Enter');
  await button(page, 'Invitation link').click();
  hold(say('is made without a question'), await asks(page) && sent.length === 0);
});

await check('rights that are being changed', settings('/rights'), async (page, _sent, say) => {
  await button(page, 'Add group').click();
  await page.locator('input[placeholder="Group"]').last().fill('board');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Explain' }).click();
  await page.getByRole('combobox', { name: 'Person' }).waitFor();
  await page.getByRole('tab').first().click();
  const there = group => page.locator(`input[value="${group}"]`).count();
  hold(say('are lost'), await there('board') === 1);
  // Another admin gives a right meanwhile.
  rights.grants.push({ group: 'others', level: 'read' });
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  await page.locator('input[value="others"]').waitFor();
  hold(say('are lost when others change some'), await there('board') === 1);
  rights.grants.pop();
});

await check('an account that others change', settings('/users'), async (page, _sent, say) => {
  await button(page, 'bob.hughes@example.com').click();
  await page.getByRole('combobox', { name: 'Groups' }).fill('board');
  await page.keyboard.press('Enter');
  const bob = users.find(user => user.email.startsWith('bob'));
  const before = { ...bob };
  Object.assign(bob, { enabled: false, groups: ['finance', 'theirs'] });
  const answer = page.waitForResponse(response => response.request().method() === 'PUT' && /\/users\//.test(response.url()));
  await button(page, 'Save').click();
  const saved = await (await answer).json();
  Object.assign(bob, before);
  hold(say(`is undone: ${JSON.stringify(saved)}`), saved.enabled === false && saved.groups.join() === 'finance,theirs,board');
});

await check('two presses', settings('/users'), async (page, sent, say) => {
  await button(page, 'Add user').first().click();
  await page.getByRole('textbox', { name: 'E-mail' }).fill('dora@example.com');
  await page.getByRole('dialog').getByRole('button', { name: 'Add user' }).dblclick();
  await page.getByText('Invitation for dora@example.com').waitFor();
  hold(say(`sent ${sent}`), sent.length === 2);
});

await check('two presses at set-up', '/setup#code=abc', async (page, sent, say) => {
  await page.getByLabel('E-mail').fill('ana@example.com');
  await page.getByLabel('New password').fill('correct horse battery');
  const answer = page.waitForResponse(response => response.request().method() === 'POST');
  await button(page, 'Set up and sign in').dblclick();
  await answer;
  await page.waitForTimeout(500);
  hold(say(`sent ${sent}`), sent.length === 1);
}, 'setup');

await check('signing out', settings(dataset), async (page, sent, say) => {
  await page.getByLabel('Name', { exact: true }).fill('Typed');
  const out = async () => {
    await page.getByRole('button', { name: /account of/i }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
  };
  await out();
  hold(say('does not ask'), await asks(page) && sent.length === 0);
  await stay(page);
  hold(say('loses what is typed'), await page.getByLabel('Name', { exact: true }).inputValue() === 'Typed');
  let second = 0;
  page.on('dialog', dialog => { second++; void dialog.accept(); });
  await out();
  await button(page, 'Leave').click();
  await page.waitForURL('**/sign-in');
  hold(say('asks twice'), second === 0);
});

await check('a server that is away', settings(dataset), async (page, _sent, say) => {
  await page.getByLabel('Name', { exact: true }).fill('Typed');
  await page.route('**/*', route => route.abort());
  const to = async () => page.getByRole('link', { name: 'Webhooks' }).click();
  await to();
  hold(say('does not ask'), await asks(page));
  await stay(page);
  hold(say('loses what is typed'), await page.getByLabel('Name', { exact: true }).inputValue() === 'Typed');
  await to();
  await button(page, 'Leave').click();
  await page.getByRole('alert').waitFor();
  hold(say('takes the frame away'), await page.getByRole('link', { name: 'Audit' }).isVisible());
  await page.unroute('**/*');
  await page.getByRole('main').getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'Webhooks', level: 1 }).waitFor();
});

await browser.close();
mock.close();
console.log(problems ? `${problems} problems` : 'No problems.');
process.exit(problems ? 1 : 0);
