/** An address or a range, as bytes: 4 of IPv4, 16 of IPv6. */
export interface Subnet {
  readonly bytes: readonly number[];
  readonly length: number;
}

export type SubnetProblem = 'address' | 'length' | 'hostBits' | 'empty';
export type SubnetCheck = { readonly ok: true; readonly text: string; readonly subnet: Subnet } | { readonly ok: false; readonly problem: SubnetProblem };

/** The bytes of an address, or nothing when it is none. */
export function parseAddress(text: string): number[] | undefined {
  return text.includes(':') ? parseV6(text) : parseV4(text);
}

function parseV4(text: string): number[] | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every(part => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)) return undefined;
  return parts.map(Number);
}

function parseV6(text: string): number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const head = groups(halves[0] ?? '');
  const tail = halves.length === 2 ? groups(halves[1] ?? '') : [];
  if (!head || !tail) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  return [...head, ...Array<number>(missing).fill(0), ...tail].flatMap(group => [group >> 8, group & 255]);
}

/** The 16-bit groups of a part of an IPv6 address; the last may be written as IPv4. */
function groups(part: string): number[] | undefined {
  if (part === '') return [];
  const words = part.split(':');
  const result: number[] = [];
  for (const [i, word] of words.entries()) {
    if (word.includes('.')) {
      const v4 = i === words.length - 1 ? parseV4(word) : undefined;
      if (!v4) return undefined;
      result.push((v4[0]! << 8) | v4[1]!, (v4[2]! << 8) | v4[3]!);
    } else if (/^[0-9a-f]{1,4}$/i.test(word)) {
      result.push(Number.parseInt(word, 16));
    } else {
      return undefined;
    }
  }
  return result;
}

/** Checks an entry as it is typed. A bare address becomes a range of one. */
export function checkSubnet(entry: string): SubnetCheck {
  const text = entry.trim();
  if (text === '') return { ok: false, problem: 'empty' };
  const slash = text.indexOf('/');
  const bytes = parseAddress(slash < 0 ? text : text.slice(0, slash));
  if (!bytes) return { ok: false, problem: 'address' };
  const most = bytes.length * 8;
  const tail = slash < 0 ? String(most) : text.slice(slash + 1);
  if (!/^\d{1,3}$/.test(tail) || Number(tail) > most) return { ok: false, problem: 'length' };
  const subnet = { bytes, length: Number(tail) };
  if (bytes.some((byte, i) => (byte & ~maskByte(subnet.length, i) & 255) !== 0)) return { ok: false, problem: 'hostBits' };
  return { ok: true, text: `${printAddress(bytes)}/${subnet.length}`, subnet };
}

/** The range that somebody who left host bits set most likely meant: `10.1.2.3/8` is `10.0.0.0/8`. */
export function withoutHostBits(entry: string): string | undefined {
  const [address = '', length = ''] = entry.trim().split('/');
  const bytes = parseAddress(address);
  if (!bytes || !/^\d{1,3}$/.test(length)) return undefined;
  const check = checkSubnet(`${printAddress(bytes.map((byte, i) => byte & maskByte(Number(length), i)))}/${length}`);
  return check.ok ? check.text : undefined;
}

const maskByte = (length: number, index: number) => {
  const bits = Math.max(0, Math.min(8, length - index * 8));
  return (0xff << (8 - bits)) & 0xff;
};

/** Whether an address is in one of the ranges; in none of none is everywhere. An IPv4 address written as IPv6 is the IPv4 one. */
export function isWithin(address: string, entries: readonly string[]): boolean {
  if (entries.length === 0) return true;
  const bytes = plain(parseAddress(address));
  if (!bytes) return false;
  return entries.some(entry => {
    const check = checkSubnet(entry);
    return check.ok && check.subnet.bytes.length === bytes.length
      && bytes.every((byte, i) => (byte & maskByte(check.subnet.length, i)) === (check.subnet.bytes[i]! & maskByte(check.subnet.length, i)));
  });
}

function plain(bytes: number[] | undefined): number[] | undefined {
  const isMapped = bytes?.length === 16 && bytes.slice(0, 10).every(byte => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
  return isMapped ? bytes.slice(12) : bytes;
}

/** The shortest usual spelling (RFC 5952). */
export function printAddress(bytes: readonly number[]): string {
  if (bytes.length === 4) return bytes.join('.');
  const words = Array.from({ length: 8 }, (_, i) => (bytes[i * 2]! << 8) | bytes[i * 2 + 1]!);
  let best = { start: -1, length: 1 };
  for (let i = 0; i < 8; i++) {
    let length = 0;
    while (i + length < 8 && words[i + length] === 0) length++;
    if (length > best.length) best = { start: i, length };
  }
  const print = (some: number[]) => some.map(wordOf => wordOf.toString(16)).join(':');
  return best.start < 0 ? print(words) : `${print(words.slice(0, best.start))}::${print(words.slice(best.start + best.length))}`;
}
