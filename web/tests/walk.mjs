// Walks through all places, light and dark, full and empty: no violation of accessibility or of the content security policy, no error in the console, and pictures as they were kept.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { now } from './mock/data.mjs';
import { startMock } from './mock/server.mjs';
import { args, compare, fonts } from './pictures.mjs';
import { places } from './places.mjs';

const root = process.env.ESPALIER_WWWROOT ?? new URL('../../src/Server/wwwroot', import.meta.url).pathname;
const shots = process.env.ESPALIER_SHOTS ?? new URL('../../artifacts/web-shots', import.meta.url).pathname;
const only = process.argv[2];
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', process.env.CHROMIUM].find(path => path && existsSync(path));
if (!executablePath || (!fonts && process.env.CI)) {
  console.log(executablePath ? 'The fonts of the pictures are missing (fonts-dejavu-core).' : 'No Chromium: the walk is skipped.');
  process.exit(process.env.CI ? 1 : 0);
}

const mock = await startMock(root);
const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...fonts } });
mkdirSync(shots, { recursive: true });
const axe = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const texts = Object.entries(JSON.parse(readFileSync(new URL('../src/texts/en.json', import.meta.url), 'utf8'))).flatMap(([section, all]) => Object.keys(all).map(key => `${section}.${key.replace(/_(one|other)$/, '')}`));
// Dark is the same page with other variables.
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
let problems = 0;
const complain = text => { problems++; console.log(`  ✗ ${text}`); };

async function look(page, name, scheme) {
  await page.emulateMedia({ colorScheme: scheme });
  await page.waitForTimeout(50);
  const label = `${name} (${scheme})`;
  const shot = () => page.screenshot({ path: `${shots}/${name}-${scheme}.png`, caret: 'hide' });
  let changed = await compare(browser, `${name}-${scheme}`, await shot());
  // Something may have been on its way yet.
  for (let i = 0; changed && i < 3; i++) {
    await page.waitForTimeout(500);
    changed = await compare(browser, `${name}-${scheme}`, await shot());
  }
  if (changed) complain(`${label}: ${changed}`);
  if (process.env.FULL) writeFileSync(`${shots}/${name}-${scheme}-full.png`, await page.screenshot({ fullPage: true }));
  // The policy is on, so the checker comes by the debugger and not by a script element.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(runOnly => window.axe.run(document, { runOnly }), scheme === 'light' ? rules : ['color-contrast']);
  for (const violation of violations) complain(`${label}: ${violation.id} ${violation.nodes.slice(0, 2).map(node => `${node.html.slice(0, 160)} ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ''}`).join(' | ')}`);
}

// One for all, so that the app is fetched once.
const context = await browser.newContext({ viewport: { width: Number(process.env.WIDTH ?? 1280), height: 800 }, colorScheme: 'light', locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce', bypassCSP: false });
for (const [name, address, mode = 'full', act] of places) {
  if (only && !new RegExp(only).test(name)) continue;
  await context.addCookies([{ name: 'mock', value: mode, url: mock.url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.clock.setFixedTime(now);
  page.on('console', message => {
    if (message.type() === 'error' && !/status of (401|404|500)/.test(message.text())) complain(`${name}: ${message.text().slice(0, 300)}`);
  });
  page.on('pageerror', error => complain(`${name}: ${error.message.slice(0, 300)}`));
  try {
    await page.goto(mock.url + address);
    await page.locator('h1').first().waitFor({ state: 'attached', timeout: 60_000 });
    await page.waitForTimeout(200);
    await act?.(page);
    await page.waitForTimeout(200);
    const shown = await page.evaluate(() => document.body.innerText);
    for (const text of texts.filter(key => shown.includes(key))) complain(`${name}: shows the name of a text, ${text}`);
    for (const scheme of (process.env.ESPALIER_SCHEMES ?? 'light,dark').split(',')) await look(page, name, scheme);
  } catch (error) {
    complain(`${name}: ${String(error).slice(0, 400)}`);
    await page.screenshot({ path: `${shots}/${name}-failed.png` });
  }
  await page.close();
}
await browser.close();
mock.close();
console.log(problems ? `${problems} problems` : 'No problems.');
process.exit(problems ? 1 : 0);
