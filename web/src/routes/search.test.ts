import { describe, expect, it } from 'vitest';
import { parseSearch, safeNext, stringifySearch } from './search';

describe('search parameters', () => {
  it('keep the form of old bookmarks', () => {
    const search = { tenantId: '123', page: '/data/datasets' };
    expect(stringifySearch(search)).toBe('?tenantId=123&page=/data/datasets');
    expect(parseSearch('?tenantId=123&page=%2Fdata%2Fdatasets')).toEqual(search);
  });
  it('leave out what is not said', () => expect(stringifySearch({ q: undefined })).toBe(''));
});

describe('the place after signing in', () => {
  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', '/\t/evil.example', '\\\\evil', '/sign-in?next=/sign-in', undefined, ''])(
    'is not %s', next => expect(safeNext(next)).toBe('/'));
  it.each(['/tokens', '/app/configui?tenantId=DEMO&page=/users'])('may be %s', next => expect(safeNext(next)).toBe(next));
});
