// Splits en.json in two as it is bundled: texts of what is fetched first, and those of the pages and panels behind it,
// which `later` and the settings fetch together with `texts/more.ts`. Which is which is read from the sources.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../src', import.meta.url));
/** Imports that wait for the rest of the texts: `later(async () => (await import('./X')).X)` and `page(() => import('./X'))`. */
const waiting = /\b(?:later|page)\((?:async )?\(\) => (?:\(await )?import\('[^']+'\)/g;

/** The sections of en.json that are needed before the rest is there. */
export function firstSections() {
  const [seen, sections] = [new Set(), new Set()];
  const follow = file => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, section] of text.matchAll(/\b(?:t\(\s*['`]|word\(')(\w+)/g)) sections.add(section);
    // Names of texts may also be chosen first and used later.
    for (const [, section] of text.matchAll(/['`](\w+)\.(?:\w+['`]|\$\{)/g)) sections.add(section);
    for (const [, path] of text.replaceAll(waiting, '').matchAll(/(?:^import (?!type).*?from |import\()'((?:@|\.)[^']+)'/gm)) {
      const base = path.startsWith('@') ? join(src, path.slice(2)) : join(dirname(file), path);
      const found = [base, `${base}.ts`, `${base}.tsx`, join(base, 'index.ts')].find(one => /\.tsx?$/.test(one) && existsSync(one));
      if (found) follow(found);
    }
  };
  follow(join(src, 'main.tsx'));
  return sections;
}

export const texts = () => ({
  name: 'texts',
  enforce: 'pre',
  load(id) {
    const [, file, part] = /^(.*\/texts\/\w+\.json)\?(first|more)$/.exec(id) ?? [];
    if (!file) return undefined;
    this.addWatchFile(file);
    const first = firstSections();
    const all = Object.entries(JSON.parse(readFileSync(file, 'utf8')));
    const texts = Object.fromEntries(all.filter(([section]) => first.has(section) === (part === 'first')));
    return { code: `export default ${JSON.stringify(texts)};`, moduleType: 'js' };
  },
});
