import { expect, it } from 'vitest';
import { shown, withFix } from './expression';

it('a suggestion takes the place of what it is for, also behind blanks', () => expect(withFix('  node.salry * 2', { start: 7, end: 12 }, 'salary')).toBe('  node.salary * 2'));

it.each([[null, '–'], [12.5, '12.5'], [true, 'true'], [{ collection: ['Ada Kim'] }, 'Ada Kim'], [{ collection: [1, null] }, '1, –'], [{ collection: [] }, '–'], [{ a: 1 }, '{"a":1}'], [[1], '[1]']])(
  'the result %o is shown as %s', (value, text) => expect(shown(value)).toBe(text));
