import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import en from './en.json';
import first from './en.json?first';
import more from './en.json?more';
import { t, word } from './index';

const root = new URL('../', import.meta.url);
const sources = readdirSync(root, { recursive: true }).map(String).filter(file => /\.tsx?$/.test(file) && !/\.test\.|schema\.d/.test(file))
  .map(file => ({ file, text: readFileSync(new URL(file, root), 'utf8') }));
const all = sources.map(source => source.text).join('\n');

describe('texts', () => {
  it('are filled in, and choose between one and many', () => {
    expect(t('table.count', { count: 1 })).toBe('1 entry');
    expect(t('table.count', { count: 12 })).toBe('12 entries');
    expect(t('table.found', { found: 3, all: 9 })).toBe('3 of 9');
    expect(word('jobStates', 'unheard')).toBe('unheard');
  });

  it('come in two parts, which are all of them', () => {
    expect([...Object.keys(first), ...Object.keys(more)].sort()).toEqual(Object.keys(en).sort());
    expect(first).toHaveProperty('signIn');
    expect(more).toHaveProperty('webhooks');
  });

  it('are all used', () => {
    const unused = Object.entries(en).flatMap(([section, entries]) => Object.keys(entries).map(key => key.replace(/_(one|other)$/, '')).filter(key =>
      !all.includes(`'${section}.${key}'`) && !all.includes(`\`${section}.\${`) && !all.includes(`word('${section}'`)).map(key => `${section}.${key}`));
    expect(unused).toEqual([]);
  });

  it('stand in no component', () => {
    const literal = sources.filter(({ file }) => file.endsWith('.tsx')).flatMap(({ file, text }) =>
      [...text.matchAll(/>\s*([A-Z][a-z]+(?: [a-z]+)+[.?!]?)\s*</g), ...text.matchAll(/(?:label|title|placeholder|aria-label)="([^"]+)"/g)].map(match => `${file}: ${match[1]}`));
    expect(literal).toEqual([]);
  });
});

describe('the layers', () => {
  const lines = (text: string) => text.split('\n').length;
  it('keep files short', () => expect(sources.filter(({ text }) => lines(text) > 300).map(({ file }) => file)).toEqual([]));
  it('keep model/ pure', () => expect(sources.filter(({ file, text }) => file.startsWith('model/') && /from '(react|@mantine|@tanstack|@\/(ui|api|pages|state))|\b(document|window|fetch)\b[.(]/.test(text)).map(({ file }) => file)).toEqual([]));
  it('let only api/ fetch', () => expect(sources.filter(({ file, text }) => !file.startsWith('api/') && /\bfetch\(|EventSource\(/.test(text)).map(({ file }) => file)).toEqual([]));
  it('keep components of the library in ui/ and pages/', () => expect(sources.filter(({ file, text }) => /^(api|state|model|routes)\//.test(file) && /from '@mantine/.test(text)).map(({ file }) => file)).toEqual([]));
  it('keep pages apart from each other', () => expect(sources.filter(({ file, text }) => file.startsWith('pages/') && [...text.matchAll(/from '@\/pages\//g)].length > 0).map(({ file }) => file)).toEqual([]));
});
