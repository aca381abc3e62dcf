import { describe, expect, it } from 'vitest';
import { changesOf, merged, touch, withTouched } from './fields';

interface Thing { name: string; tags: string[]; expires?: string | undefined }
const kept: Thing = { name: 'Old', tags: ['a', 'b'] };

describe('a form', () => {
  it('follows what is kept where nothing was changed', () => {
    const touched = touch({}, kept, { tags: ['a', 'b', 'c'] });
    expect(withTouched({ ...kept, name: 'By another' }, touched)).toEqual({ name: 'By another', tags: ['a', 'b', 'c'] });
  });

  it('holds only what was changed as unsaved', () => {
    const touched = touch({}, kept, { name: 'Mine' });
    const theirs = { ...kept, tags: ['z'] };
    expect(changesOf(theirs, withTouched(theirs, touched))).toEqual({ name: 'Mine' });
  });

  it('forgets a change that is taken back', () => {
    const touched = touch(touch({}, kept, { name: 'Mine' }), kept, { name: 'Old' });
    expect(changesOf({ ...kept, name: 'By another' }, withTouched({ ...kept, name: 'By another' }, touched))).toEqual({});
  });

  it('can empty a field', () => {
    const from: Thing = { ...kept, expires: '2030-01-01' };
    expect(changesOf(from, withTouched(from, touch({}, from, { expires: undefined })))).toEqual({ expires: undefined });
  });

  it('puts additions and removals into the list that others have changed', () => {
    expect(withTouched({ ...kept, tags: ['a', 'b', 'theirs'] }, touch({}, kept, { tags: ['b', 'mine'] })).tags).toEqual(['b', 'theirs', 'mine']);
  });

  it('changes entries of a list by what they are known by', () => {
    const of = (grant: { group: string }) => grant.group;
    const base = [{ group: 'hr', level: 'read' }, { group: 'it', level: 'read' }];
    const theirs = [{ group: 'hr', level: 'manage' }, { group: 'it', level: 'modify' }, { group: 'new', level: 'read' }];
    expect(merged(base, [{ group: 'hr', level: 'update' }, { group: 'it', level: 'read' }], theirs, of)).toEqual([{ group: 'hr', level: 'update' }, { group: 'it', level: 'modify' }, { group: 'new', level: 'read' }]);
    expect(merged(base, [{ group: 'hr', level: 'read' }], theirs, of)).toEqual([{ group: 'hr', level: 'manage' }, { group: 'new', level: 'read' }]);
    expect(merged(base, [...base, { group: '', level: 'read' }, { group: '', level: 'read' }], theirs, of)).toHaveLength(5);
  });
});
