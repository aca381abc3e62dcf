import { describe, expect, it } from 'vitest';
import { changes, tenantAs, viewOf, type View } from './view';

const view: View = { tenantId: 'DEMO', email: 'carl@example.com', role: 'user', groups: ['hr'], by: 'admin@example.com' };

describe("another person's view", () => {
  it('is kept in the tab', () => {
    expect(viewOf(JSON.stringify(view))).toEqual(view);
    for (const kept of [null, '', '{', '{}', '"carl"', '{"email":"carl@example.com"}']) expect(viewOf(kept)).toBeUndefined();
  });

  const tenant = { id: 'DEMO', role: 'admin' as const, groups: [], features: ['change', 'createDatasets', 'tokens', 'api'] };
  it.each([
    [{ ...view }, ['change', 'createDatasets', 'tokens', 'api']],
    [{ ...view, groups: ['guest'] }, ['change', 'tokens', 'api']],
    [{ ...view, groups: ['readonly'] }, ['tokens', 'api']],
  ])('has their role and what follows from their groups', (seen, features) => expect(tenantAs(tenant, seen)).toEqual({ ...tenant, role: 'user', groups: seen.groups, features }));

  it.each([
    ['GET', '/api/espalier/v1/tokens', false], ['POST', '/api/espalier/v1/tokens', true], ['DELETE', '/api/espalier/v1/session', false], ['PUT', '/api/espalier/v1/me/preferences', false],
    ['POST', '/api/espalier/v1/me/totp', true], ['POST', '/api/espalier/v1/DEMO/datasets/A/hierarchyPreview', false], ['POST', '/api/espalier/v1/DEMO/datasets/A/expressions/evaluate?x=1', false],
    ['PATCH', '/api/v1/DEMO/datasets/A', true], ['POST', '/api/espalier/v1/DEMO/datasets/A/views', true],
  ])('%s %s changes something: %s', (method, path, is) => expect(changes(method, `http://localhost${path}`)).toBe(is));
});
