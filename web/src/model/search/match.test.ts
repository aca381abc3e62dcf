import { describe, expect, it } from 'vitest';
import { best } from './match';

const names = ['Positions 2026', 'People', 'Finance positions', 'Rôles', 'API tokens', 'repositions'];
const find = (query: string) => best(names, name => name, query);

describe('search', () => {
  it('puts beginnings first, then words, then what is in them', () => expect(find('pos')).toEqual(['Positions 2026', 'Finance positions', 'repositions']));
  it('wants every word', () => expect(find('pos fin')).toEqual(['Finance positions']));
  it('does not care for accents and case', () => expect(find('ROL')).toEqual(['Rôles']));
  it('gives everything in its order for nothing', () => expect(find('  ')).toEqual(names));
  it('takes signs as they are', () => expect(find('(.*')).toEqual([]));
});
