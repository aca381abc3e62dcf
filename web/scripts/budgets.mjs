// Fails when the parts of the app are larger than they may be. Sizes are of what is sent: gzip.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const out = process.env.ESPALIER_WWWROOT ?? new URL('../../src/Server/wwwroot', import.meta.url).pathname;
const manifest = JSON.parse(readFileSync(join(out, '.vite/manifest.json'), 'utf8'));
const size = file => (existsSync(join(out, `${file}.gz`)) ? readFileSync(join(out, `${file}.gz`)).length : gzipSync(readFileSync(join(out, file))).length) / 1024;

/** All files that come with an entry, without what it fetches later. */
function filesOf(key, found = new Set()) {
  const part = manifest[key];
  if (!part || found.has(part.file)) return found;
  found.add(part.file);
  for (const style of part.css ?? []) found.add(style);
  for (const other of part.imports ?? []) filesOf(other, found);
  return found;
}
const sum = (files, type) => [...files].filter(file => file.endsWith(type)).reduce((total, file) => total + size(file), 0);

const entry = Object.keys(manifest).find(key => manifest[key].isEntry);
const first = filesOf(entry);
const pages = {
  'sign-in': ['src/pages/signin/SignInPage.tsx'],
  workspace: ['src/ui/shell/Shell.tsx', 'src/pages/workspace/HomePage.tsx'],
  tokens: ['src/ui/shell/Shell.tsx', 'src/pages/tokens/TokensPage.tsx', 'src/pages/tokens/NewTokenForm.tsx'],
  datasets: ['src/ui/shell/Shell.tsx', 'src/pages/settings/SettingsPage.tsx', 'src/pages/settings/datasets/DatasetsPage.tsx'],
};
const most = { js: 210, css: 30 };
let failed = false;
const line = (name, js, css) => {
  const over = js > most.js || css > most.css;
  failed ||= over;
  console.log(`${over ? 'OVER ' : '     '}${name.padEnd(12)} ${js.toFixed(1).padStart(6)} kB JS (${most.js})  ${css.toFixed(1).padStart(5)} kB CSS (${most.css})`);
};
line('entry', sum(first, '.js'), sum(first, '.css'));
for (const [name, parts] of Object.entries(pages)) {
  const files = new Set(first);
  for (const part of parts) {
    if (!manifest[part]) throw new Error(`There is no part ${part}.`);
    filesOf(part, files);
  }
  line(name, sum(files, '.js'), sum(files, '.css'));
}
const all = readdirSync(join(out, 'assets')).filter(file => /\.js$/.test(file));
console.log(`     ${all.length} parts, ${all.reduce((total, file) => total + size(`assets/${file}`), 0).toFixed(0)} kB JS in all`);
process.exit(failed ? 1 : 0);

