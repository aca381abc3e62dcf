import { describe, expect, it } from 'vitest';
import { conditionsOf, filterOf, operatorsOf, parseFilter, type Condition, type Filter, type ValueType } from './filter';

const types: Record<string, ValueType> = { place: 'text', pay: 'number', start: 'date', vacant: 'boolean' };
const made = (...conditions: Condition[]) => filterOf(conditions, key => types[key]);

describe('filters', () => {
  it.each<Filter>([
    {}, { place: 'Leeds' }, { place: null }, { place: { $ne: null } }, { place: { $ne: 'Leeds' } }, { place: { $in: ['Leeds', 'York'] } }, { place: { $nin: ['Leeds'] } },
    { pay: { $gt: 1, $lte: 2.5 } }, { vacant: true }, { vacant: { $ne: false } }, { start: { $gte: '2026-01-31' }, place: 'Leeds' },
  ])('are lines and come back: %j', filter => {
    const { filter: again, problems } = made(...conditionsOf(filter)!);
    expect(again).toEqual(filter);
    expect(problems.every(problem => problem === undefined)).toBe(true);
  });

  it.each<Filter>([{ place: { $regex: 'x' } }, { place: ['Leeds'] }, { place: { $in: 'Leeds' } }, { place: { $in: [null] } }])(
    'that lines cannot say stay as they are: %j', filter => expect(conditionsOf(filter)).toBeUndefined());

  it('are checked line by line', () => {
    expect(made({ key: 'pay', operator: 'gt', values: ['much'] }, { key: 'start', operator: 'is', values: ['31.1.2026'] }, { key: 'place', operator: 'in', values: [] },
      { key: 'gone', operator: 'is', values: ['x'] }).problems).toEqual(['noNumber', 'noDate', 'noValue', 'noProperty']);
    expect(made({ key: 'place', operator: 'is', values: ['A'] }, { key: 'place', operator: 'is', values: ['B'] }).problems).toEqual([undefined, 'twice']);
    expect(made({ key: 'place', operator: 'isNot', values: ['A'] }, { key: 'place', operator: 'filled', values: [] }).problems).toEqual([undefined, 'twice']);
    expect(made({ key: 'pay', operator: 'gt', values: ['1'] }, { key: 'pay', operator: 'lt', values: ['9'] }).filter).toEqual({ pay: { $gt: 1, $lt: 9 } });
  });

  it('ask of texts no more or less', () => {
    expect(operatorsOf('text')).not.toContain('gt');
    expect(operatorsOf('number')).toContain('gte');
    expect(operatorsOf('boolean')).toEqual(['is', 'isNot', 'blank', 'filled']);
  });

  it('are read as they are written', () => {
    expect(parseFilter('{"place": "Leeds"}')).toEqual({ place: 'Leeds' });
    for (const wrong of ['', '{', '[]', '"x"', 'null']) expect(parseFilter(wrong)).toBeUndefined();
  });
});
