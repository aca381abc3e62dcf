import { describe, expect, it } from 'vitest';
import { checkKey, keyFor } from './keys';

describe('keys', () => {
  it.each([['Employee ID', 'employeeID'], ['ID', 'id'], ['Start date (planned)', 'startDatePlanned'], ['Gehalt in €', 'gehaltIn'], ['Rôle', 'role'], ['!!', 'property']])(
    'are made from names: %s is %s', (name, key) => expect(keyFor(name, [])).toBe(key));
  it('get a number where they are taken', () => expect(keyFor('Salary', ['salary', 'Salary 2'])).toBe('salary3'));
  it('are checked', () => {
    expect(checkKey(' ', [])).toBe('blank');
    expect(checkKey('_depth', [])).toBe('underscore');
    expect(checkKey('Full-Name', ['fullName'])).toBe('taken');
    expect(checkKey('fullName', ['name'])).toBeUndefined();
  });
});
