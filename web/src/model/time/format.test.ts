import { afterEach, describe, expect, it } from 'vitest';
import { day, lastDay } from './format';

const zone = process.env['TZ'];
afterEach(() => { process.env['TZ'] = zone; });

describe.each(['UTC', 'America/New_York', 'Pacific/Auckland'])('a day in %s', place => {
  it('is the day that was chosen', () => {
    process.env['TZ'] = place;
    expect(day('2026-12-01T00:00:00.000Z', 'en-GB')).toBe('1 Dec 2026');
    expect(day('2026-11-21', 'en-GB')).toBe('21 Nov 2026');
    expect(lastDay('2027-02-21T00:00:00.000Z', 'en-GB')).toBe('20 Feb 2027');
    expect(lastDay('2027-01-01T00:00:00.000Z', 'en-GB')).toBe('31 Dec 2026');
  });
});

describe('a time', () => {
  it('is of the day that it is here', () => {
    process.env['TZ'] = 'America/New_York';
    expect(day('2026-12-01T02:30:00.000Z', 'en-GB')).toBe('30 Nov 2026');
    expect(lastDay('2026-12-01T02:30:00.000Z', 'en-GB')).toBe('30 Nov 2026');
    expect(day('nothing')).toBe('');
  });
});
