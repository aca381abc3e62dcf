import { describe, expect, it } from 'vitest';
import { datasetPath, listNames, listOf, listPages, parsePage, propertiesPath } from './pages';

const id = 'F97434FC-D1B0-701E-D310-A44CC4C84947';

describe('pages of the settings', () => {
  it.each(listNames)('has the list %s at its path', name => expect(parsePage(listPages[name].path)).toEqual({ name }));

  it.each([undefined, '', '/', '/data', '/data/datasets', '/data/datasets/', 'data/datasets'])('opens the datasets for %s', path =>
    expect(parsePage(path)).toEqual({ name: 'datasets' }));

  it('opens a dataset and its properties, in any letter case', () => {
    expect(parsePage(datasetPath(id.toLowerCase()))).toEqual({ name: 'dataset', datasetId: id });
    expect(parsePage(propertiesPath(id))).toEqual({ name: 'properties', datasetId: id });
  });

  it.each(['/data/datasets/1', `/data/datasets/${id}/else`, `/data/datasets/${id}/properties/more`, '/nothing', '/data/view'])('knows no page %s', path =>
    expect(parsePage(path).name).toBe('unknown'));

  it('keeps the list of a page in the navigation', () => {
    expect(listOf(parsePage(propertiesPath(id)))).toBe('datasets');
    expect(listOf(parsePage('/nowhere'))).toBeUndefined();
  });
});
