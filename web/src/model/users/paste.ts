import { checkSubnet } from '../net/subnets';

/** A person to be added, as read from pasted rows. */
export interface PastedUser {
  readonly line: number;
  readonly email: string;
  readonly role: 'user' | 'admin';
  readonly groups: readonly string[];
  readonly tokenAccess: boolean;
  readonly enabled: boolean;
  readonly expires?: string;
  readonly subnets: readonly string[];
  readonly problem?: 'email' | 'role' | 'twice' | 'expires' | 'subnets';
}

const heads: Record<string, keyof Omit<PastedUser, 'line' | 'problem'>> = {
  email: 'email', 'e-mail': 'email', mail: 'email', login: 'email', role: 'role', 'platform role': 'role',
  groups: 'groups', group: 'groups', 'user groups': 'groups', roles: 'groups', tokenaccess: 'tokenAccess', 'token access': 'tokenAccess',
  enabled: 'enabled', active: 'enabled', expires: 'expires', expiry: 'expires', 'expiry date': 'expires', subnets: 'subnets', 'allowed addresses': 'subnets', addresses: 'subnets',
};
const usual = ['email', 'role', 'groups', 'tokenAccess'] as const;
type Name = (typeof heads)[string];
const truths = new Set(['true', 'yes', 'y', '1', 'x', 'on']);

export const isEmail = (text: string) => /^[^\s@,;"<>]+@[^\s@,;"<>.]+(\.[^\s@,;"<>.]+)*$/.test(text) && text.length <= 254;

/**
 * Reads rows as they come from a spreadsheet, CSV, or a list of addresses: e-mail, role, groups, TokenAccess; or in the order that a heading
 * says, which may also name enabled, expires (a day) and allowed addresses.
 */
export function readUsers(text: string): PastedUser[] {
  const lines = text.split(/\r?\n/).map((line, i) => ({ line: i + 1, cells: cellsOf(line) })).filter(row => row.cells.some(Boolean));
  const first = lines[0]?.cells.map(cell => heads[cell.toLowerCase()]);
  const hasHead = first?.includes('email') === true;
  const columns: readonly (Name | undefined)[] = hasHead ? first : usual;
  const seen = new Set<string>();
  return (hasHead ? lines.slice(1) : lines).map(({ line, cells }) => {
    const cell = (name: Name) => cells[columns.indexOf(name)] ?? '';
    const email = cell('email').replace(/^.*<(.+)>$/, '$1');
    const role = cell('role').toLowerCase() || 'user';
    const isTwice = seen.has(email.toLowerCase());
    seen.add(email.toLowerCase());
    const expires = cell('expires');
    const subnets = listOf(cell('subnets')).map(checkSubnet);
    const problem = !isEmail(email) ? 'email' : role !== 'user' && role !== 'admin' ? 'role' : isTwice ? 'twice' : expires !== '' && !isDay(expires) ? 'expires' : subnets.some(one => !one.ok) ? 'subnets' : undefined;
    return {
      line, email, role: role === 'admin' ? 'admin' : 'user', tokenAccess: truths.has(cell('tokenAccess').toLowerCase()),
      groups: listOf(cell('groups')), subnets: subnets.flatMap(one => (one.ok ? [one.text] : [])), enabled: cell('enabled') === '' || truths.has(cell('enabled').toLowerCase()),
      ...(isDay(expires) ? { expires: `${expires}T00:00:00.000Z` } : {}), ...(problem ? { problem } : {}),
    };
  });
}

const listOf = (cell: string) => cell.split(/[;|]/).map(one => one.trim()).filter(Boolean);
const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

function cellsOf(line: string): string[] {
  if (line.includes('\t')) return line.split('\t').map(cell => cell.trim());
  return [...line.matchAll(/(?:^|,)(?:\s*"((?:[^"]|"")*)"\s*|([^,]*))/g)].map(match => (match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim());
}
