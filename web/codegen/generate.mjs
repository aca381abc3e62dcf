// Makes src/api/schema.d.ts from the kept OpenAPI document; with --check it only says whether it is what it would make.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const document = new URL('../../tests/Server.Tests/Api/openapi.json', import.meta.url);
const schema = new URL('../src/api/schema.d.ts', import.meta.url);
const hash = text => createHash('sha256').update(text).digest('hex');

const types = astToString(await openapiTS(document));
// Both hashes are compared by a unit test, which needs neither the generator nor its compiler.
const text = `// Made by \`npm run api\`; not to be edited.\n// openapi.json ${hash(readFileSync(document, 'utf8'))}\n// types ${hash(types)}\n${types}`;

if (!process.argv.includes('--check')) writeFileSync(schema, text);
else if (readFileSync(schema, 'utf8') !== text) {
  console.error('src/api/schema.d.ts is not what the generator makes of openapi.json: run `npm run api` and commit it.');
  process.exitCode = 1;
}
