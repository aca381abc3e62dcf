import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { importSample, postmanEnvironment, shells, snippet, tasks, type Target } from './snippets';
import { dayAfter, markOf, needsThought, type TokenLife } from './validity';

const now = Date.parse('2026-11-21T12:00:00Z');
const life = (change: Partial<TokenLife>): TokenLife =>
  ({ state: 'active', startsAt: '2026-11-01T00:00:00Z', endsAt: '2027-11-01T00:00:00Z', ...change });

describe('the mark of a token', () => {
  it.each([
    [life({}), 'active'],
    [life({ endsAt: '2026-12-01T00:00:00Z' }), 'endsSoon'],
    [life({ endsAt: '2026-11-22T00:00:00Z', rolledTo: 'ab' }), 'replaced'],
    [life({ endsAt: '2026-11-21T11:00:00Z' }), 'expired'],
    [life({ state: 'notYetActive', startsAt: '2026-12-01T00:00:00Z' }), 'startsOn'],
    [life({ state: 'expired' }), 'expired'],
    [life({ state: 'revoked', rolledTo: 'ab' }), 'revoked'],
  ])('follows from its life', (token, kind) => expect(markOf(token, now).kind).toBe(kind));

  it('asks for a second thought when it was used within a day', () => {
    expect(needsThought(life({ lastUsedAt: '2026-11-20T13:00:00Z' }), now)).toBe(true);
    expect(needsThought(life({ lastUsedAt: '2026-11-20T11:00:00Z' }), now)).toBe(false);
    expect(needsThought(life({}), now)).toBe(false);
  });
});

describe('a day after another', () => {
  it.each([
    ['2026-11-21', { days: 90 }, '2027-02-19'],
    ['2026-11-21', { years: 1 }, '2027-11-21'],
    ['2028-02-29', { years: 1 }, '2029-02-28'],
    ['2026-12-31', { days: 1 }, '2027-01-01'],
  ])('%s and %o is %s', (start, step, end) => expect(dayAfter(start, step)).toBe(end));
});

describe('ready-made lines', () => {
  const target: Target = { baseUrl: 'https://data.example.com', tenantId: 'DEMO', datasetId: 'F97434FC-D1B0-701E-D310-A44CC4C84947', token: 'aa.bb.cc' };

  it.each(shells.flatMap(shell => tasks.map(task => [shell, task] as const)))('of %s to %s hold the token and the address', (shell, task) => {
    const text = snippet(shell, task, target);
    expect(text).toContain('Bearer aa.bb.cc');
    expect(text).toContain('https://data.example.com/api/v1/DEMO');
    if (task !== 'list') expect(text).toContain(target.datasetId);
  });

  it.each(tasks)('of curl to %s are good shell', task => {
    expect(() => execFileSync('bash', ['-n', '-c', snippet('curl', task, target)])).not.toThrow();
  });

  it.each(tasks)('of curl to %s tell what was refused, and fail', task => {
    const lines = snippet('curl', task, target).replaceAll('curl -sS', 'refused -sS');
    const refused = 'refused() { while [ $# -gt 0 ] && [ "$1" != -o ]; do shift; done; body=\'{"code":"40102"}\'; if [ -n "$2" ]; then echo "$body" > "$2"; else echo "$body"; fi; return 22; }';
    const run = spawnSync('bash', ['-c', `cd "$(mktemp -d)"\n${refused}\n${lines}`]);
    expect(run.stdout.toString()).toBe('{"code":"40102"}\n');
    expect(run.status).not.toBe(0);
  });

  it('of curl find the two URLs of a temporary file', () => {
    const field = snippet('curl', 'import', target).split('\n')[0]!;
    const answer = '{"get":"https://x/get?token=1","put":"https://x/put?token=2"}';
    const put = execFileSync('bash', ['-c', `${field}\necho '${answer}' | field put`]).toString().trim();
    expect(put).toBe('https://x/put?token=2');
  });

  it('name the dataset that is still to be chosen', () =>
    expect(snippet('curl', 'export', { ...target, datasetId: '' })).toContain('/datasets/{datasetId}/export/csv'));

  it('come with the beginning of a file to import', () => {
    const properties = [{ key: 'manager', type: 'number' }, { key: 'cost', type: 'number', expression: 'node.id' }, { key: 'title', type: 'text' }, { key: 'id', type: 'number' }, { key: 'start', type: 'date' }, { key: 'vacant', type: 'boolean' }];
    expect(importSample({ autoId: 'id', labelId: 'title', treeParentId: 'manager', properties })).toBe('_action,id,title,start\ncreateOrUpdate,1,A1,2030-01-31');
    expect(importSample({ properties: [] })).toBe('_action\ncreateOrUpdate');
  });

  it('come as an environment of Postman with the token as a secret', () => {
    const environment = JSON.parse(postmanEnvironment(target)) as { values: { key: string; value: string; type: string }[] };
    expect(environment.values.map(value => value.key)).toEqual(['baseUrl', 'tenantId', 'datasetId', 'bearerToken']);
    expect(environment.values.at(-1)).toMatchObject({ value: 'aa.bb.cc', type: 'secret' });
  });
});
