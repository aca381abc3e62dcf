import { describe, expect, it } from 'vitest';
import { toCsv } from './csv';
import { moved, sorted } from './order';

describe('CSV', () => {
  it('quotes what needs it', () => expect(toCsv(['a', 'b'], [['x,y', 'say "hi"'], [1, null]])).toBe('a,b\r\n"x,y","say ""hi"""\r\n1,\r\n'));
  it('makes formulas text, and leaves numbers alone', () => expect(toCsv(['a'], [['=1+1'], ['-cmd'], [-3]])).toBe("a\r\n'=1+1\r\n'-cmd\r\n-3\r\n"));
});

describe('order', () => {
  const rows = [{ n: 10 }, { n: null }, { n: 2 }];
  it('counts numbers as numbers, blanks last', () => {
    expect(sorted(rows, row => row.n, false).map(row => row.n)).toEqual([2, 10, null]);
    expect(sorted(rows, row => row.n, true).map(row => row.n)).toEqual([10, 2, null]);
  });
  it('puts 2 before 10 in texts too', () => expect(sorted(['v10', 'v2', 'V1'], row => row, false)).toEqual(['V1', 'v2', 'v10']));
  it('moves one of a list', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b'], 0, 5)).toEqual(['a', 'b']);
  });
});
