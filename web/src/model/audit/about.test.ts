import { describe, expect, it } from 'vitest';
import { about } from './about';

describe('what an entry of the audit is about', () => {
  const nameOf = (id: string) => (id === 'A' ? 'Chief' : id);
  it.each([
    [{ kind: 'rightsChange', target: 'admin@example.com', datasetId: 'A' }, { main: 'Chief', sub: 'admin@example.com' }],
    [{ kind: 'rightsChange', datasetId: 'A' }, { main: 'Chief' }],
    [{ kind: 'rightsChange', datasetId: 'GONE' }, { main: 'GONE' }],
    [{ kind: 'datasetCreate', target: 'Chief', datasetId: 'A' }, { main: 'Chief' }],
    [{ kind: 'viewChange', target: 'Leeds', datasetId: 'A' }, { main: 'Leeds', sub: 'Chief' }],
    [{ kind: 'userChange', target: 'carl@example.com' }, { main: 'carl@example.com' }],
    [{ kind: 'signIn' }, { main: '' }],
  ])('%o', (entry, said) => expect(about(entry, nameOf)).toEqual(said));
});
