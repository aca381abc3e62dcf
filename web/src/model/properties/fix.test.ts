import { expect, it } from 'vitest';
import { withFix } from './fix';

it('a suggestion takes the place of what it is for, also behind blanks', () => expect(withFix('  node.salry * 2', { start: 7, end: 12 }, 'salary')).toBe('  node.salary * 2'));
