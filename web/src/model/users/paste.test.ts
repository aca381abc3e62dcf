import { describe, expect, it } from 'vitest';
import { readUsers } from './paste';

describe('pasted people', () => {
  it('come as a list of addresses', () =>
    expect(readUsers('ana@example.com\n\nBob Hughes <bob@example.com>\n').map(user => user.email)).toEqual(['ana@example.com', 'bob@example.com']));

  it('come from a spreadsheet', () =>
    expect(readUsers('ana@example.com\tadmin\thr; finance\tyes')).toEqual([{ line: 1, email: 'ana@example.com', role: 'admin', groups: ['hr', 'finance'], tokenAccess: true }]));

  it('come as CSV in the order of a heading', () =>
    expect(readUsers('TokenAccess,Email,Groups\r\ntrue,ana@example.com,"hr;leeds"')).toEqual([
      { line: 2, email: 'ana@example.com', role: 'user', groups: ['hr', 'leeds'], tokenAccess: true }]));

  it('name what is wrong with a line', () =>
    expect(readUsers('no address\nana@example.com,boss\nana@example.com').map(user => user.problem)).toEqual(['email', 'role', 'twice']));
});
