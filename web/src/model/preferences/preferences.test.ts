import { describe, expect, it } from 'vitest';
import { preferencesOf, withChanges } from './preferences';

describe('preferences', () => {
  it('of a new person are those of nobody', () =>
    expect(preferencesOf({})).toEqual({ scheme: 'auto', keys: true, tenantId: undefined, datasetId: undefined }));

  it('are read', () =>
    expect(preferencesOf({ scheme: 'dark', keys: false, place: { tenantId: 'DEMO', datasetId: 'D' }, cards: [] }))
      .toEqual({ scheme: 'dark', keys: false, tenantId: 'DEMO', datasetId: 'D' }));

  it.each([{ scheme: 'pink' }, { scheme: 1, keys: 'no', place: 'DEMO' }, { place: null }, { place: { tenantId: 7 } }])(
    'that are something else count as none: %j', document => expect(preferencesOf(document)).toEqual(preferencesOf({})));

  it('of two tabs do not undo each other', () => {
    const first = withChanges({ cards: { x: 1 } }, new Map<string, unknown>([['scheme', 'dark']]));
    const second = withChanges(first, new Map<string, unknown>([['keys', false]]));
    expect(second).toEqual({ cards: { x: 1 }, scheme: 'dark', keys: false });
  });

  it('go back to what holds without them', () =>
    expect(withChanges({ scheme: 'dark', keys: false }, new Map([['scheme', undefined]]))).toEqual({ keys: false }));
});
