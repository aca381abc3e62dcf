/** A person to be added, as read from pasted rows. */
export interface PastedUser {
  readonly line: number;
  readonly email: string;
  readonly role: 'user' | 'admin';
  readonly groups: readonly string[];
  readonly tokenAccess: boolean;
  readonly problem?: 'email' | 'role' | 'twice';
}

const heads: Record<string, keyof Omit<PastedUser, 'line' | 'problem'>> = {
  email: 'email', 'e-mail': 'email', mail: 'email', login: 'email', role: 'role', 'platform role': 'role',
  groups: 'groups', group: 'groups', 'user groups': 'groups', roles: 'groups', tokenaccess: 'tokenAccess', 'token access': 'tokenAccess',
};
const usual = ['email', 'role', 'groups', 'tokenAccess'] as const;
const truths = new Set(['true', 'yes', 'y', '1', 'x', 'on']);

export const isEmail = (text: string) => /^[^\s@,;"<>]+@[^\s@,;"<>.]+(\.[^\s@,;"<>.]+)*$/.test(text) && text.length <= 254;

/** Reads rows as they come from a spreadsheet, CSV, or a list of addresses: e-mail, role, groups, TokenAccess; or in the order that a heading says. */
export function readUsers(text: string): PastedUser[] {
  const lines = text.split(/\r?\n/).map((line, i) => ({ line: i + 1, cells: cellsOf(line) })).filter(row => row.cells.some(Boolean));
  const first = lines[0]?.cells.map(cell => heads[cell.toLowerCase()]);
  const hasHead = first?.includes('email') === true;
  const columns = hasHead ? first : usual;
  const seen = new Set<string>();
  return (hasHead ? lines.slice(1) : lines).map(({ line, cells }) => {
    const cell = (name: (typeof usual)[number]) => cells[columns.indexOf(name)] ?? '';
    const email = cell('email').replace(/^.*<(.+)>$/, '$1');
    const role = cell('role').toLowerCase() || 'user';
    const isTwice = seen.has(email.toLowerCase());
    seen.add(email.toLowerCase());
    const problem = !isEmail(email) ? 'email' : role !== 'user' && role !== 'admin' ? 'role' : isTwice ? 'twice' : undefined;
    return {
      line, email, role: role === 'admin' ? 'admin' : 'user', tokenAccess: truths.has(cell('tokenAccess').toLowerCase()),
      groups: cell('groups').split(/[;|]/).map(group => group.trim()).filter(Boolean), ...(problem ? { problem } : {}),
    };
  });
}

function cellsOf(line: string): string[] {
  if (line.includes('\t')) return line.split('\t').map(cell => cell.trim());
  return [...line.matchAll(/(?:^|,)(?:\s*"((?:[^"]|"")*)"\s*|([^,]*))/g)].map(match => (match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim());
}
