import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

// `npm run api:check` runs the generator; this finds the same without it, as it writes down what it has read and made.
it('schema.d.ts is made from the kept document, and by nobody else', () => {
  const [, ofDocument, ofTypes, types] = /^.*\n\/\/ openapi\.json (\w+)\n\/\/ types (\w+)\n([\s\S]*)$/.exec(read('./schema.d.ts')) ?? [];
  expect(ofDocument, 'run `npm run api` and commit what it makes').toBe(hash(read('../../../tests/Server.Tests/Api/openapi.json')));
  expect(ofTypes, 'schema.d.ts has been edited: run `npm run api`').toBe(hash(types ?? ''));
});
