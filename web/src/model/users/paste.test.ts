import { describe, expect, it } from 'vitest';
import { readUsers } from './paste';

describe('pasted people', () => {
  it('come as a list of addresses', () =>
    expect(readUsers('ana@example.com\n\nBob Hughes <bob@example.com>\n').map(user => user.email)).toEqual(['ana@example.com', 'bob@example.com']));

  it('come from a spreadsheet', () =>
    expect(readUsers('ana@example.com\tadmin\thr; finance\tyes')).toEqual([{ line: 1, email: 'ana@example.com', role: 'admin', groups: ['hr', 'finance'], tokenAccess: true, enabled: true, subnets: [] }]));

  it('come as CSV in the order of a heading', () =>
    expect(readUsers('TokenAccess,Email,Groups\r\ntrue,ana@example.com,"hr;leeds"')).toEqual([
      { line: 2, email: 'ana@example.com', role: 'user', groups: ['hr', 'leeds'], tokenAccess: true, enabled: true, subnets: [] }]));

  it('may have an end and addresses', () =>
    expect(readUsers('email\tenabled\texpires\tallowed addresses\nana@example.com\tno\t2030-01-31\t10.0.0.0/8; 192.0.2.1')).toEqual([
      { line: 2, email: 'ana@example.com', role: 'user', groups: [], tokenAccess: false, enabled: false, expires: '2030-01-31T00:00:00.000Z', subnets: ['10.0.0.0/8', '192.0.2.1/32'] }]));

  it('name what is wrong with a line', () =>
    {
    expect(readUsers('email,expires,subnets\na@example.com,31.1.2030\nb@example.com,,10.0.0.1/8').map(user => user.problem)).toEqual(['expires', 'subnets']);
    expect(readUsers('no address\nana@example.com,boss\nana@example.com').map(user => user.problem)).toEqual(['email', 'role', 'twice']);
  });
});
