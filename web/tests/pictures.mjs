// Pictures that are kept: a screen that has come to look different is a problem, until it is looked at and kept by ESPALIER_RENEW_PICTURES=1.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('../../docs/pictures/', import.meta.url).pathname;
const made = `${folder}chromium.txt`;
const renew = process.env.ESPALIER_RENEW_PICTURES === '1';

/** What is kept: the place's name and the scheme. */
const kept = new Set([
  'sign-in-light', 'sign-in-dark', 'setup-light', 'invite-light', 'workspace-light', 'workspace-dark', 'workspace-empty-light', 'workspace-broken-light', 'tokens-light', 'tokens-made-dark',
  'tenants-light', 'datasets-light', 'datasets-new-light', 'dataset-light', 'dataset-tree-light', 'properties-dark', 'property-values-light', 'users-light', 'user-dark', 'rights-light',
  'rights-explain-light', 'webhook-light', 'audit-dark', 'plan-light', 'job-light', 'palette-light', 'tray-dark',
]);

/** Part of the pixels that may differ. Another version of the browser draws letters a little differently. */
const tolerance = { same: 0.001, other: 0.02 };

/** What the browser needs for it to draw the same everywhere; undefined where the fonts are missing. */
export const fonts = existsSync('/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf') ? { FONTCONFIG_FILE: new URL('./fonts.conf', import.meta.url).pathname } : undefined;
export const args = ['--disable-gpu', '--lang=en-US', '--force-color-profile=srgb', '--font-render-hinting=none', '--disable-lcd-text', '--hide-scrollbars'];

/** Compares with what is kept. @returns what is wrong, or undefined */
export async function compare(browser, name, png) {
  if (!kept.has(name) || !fonts) return undefined;
  const file = `${folder}${name}.png`;
  if (renew) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, png);
    writeFileSync(made, `${browser.version()}\n`);
    return undefined;
  }
  if (!existsSync(file)) return 'no picture is kept';
  const page = await browser.newPage();
  const part = await page.evaluate(async images => {
    const [before, now] = await Promise.all(images.map(async image => createImageBitmap(await (await fetch(`data:image/png;base64,${image}`)).blob())));
    if (before.width !== now.width || before.height !== now.height) return 1;
    const pixels = image => {
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height).data;
    };
    const [a, b] = [pixels(before), pixels(now)];
    let different = 0;
    for (let i = 0; i < a.length; i += 4) if (Math.max(Math.abs(a[i] - b[i]), Math.abs(a[i + 1] - b[i + 1]), Math.abs(a[i + 2] - b[i + 2])) > 32) different++;
    return different / (a.length / 4);
  }, [readFileSync(file).toString('base64'), png.toString('base64')]);
  await page.close();
  const most = readFileSync(made, 'utf8').trim() === browser.version() ? tolerance.same : tolerance.other;
  return part > most ? `${(part * 100).toFixed(2)} % of the picture is different` : undefined;
}
