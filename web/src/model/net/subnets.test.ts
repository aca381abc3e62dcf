import { describe, expect, it } from 'vitest';
import { checkSubnet, isWithin, parseAddress, printAddress, withoutHostBits } from './subnets';

const problem = (entry: string) => {
  const check = checkSubnet(entry);
  return check.ok ? 'none' : check.problem;
};
const text = (entry: string) => {
  const check = checkSubnet(entry);
  return check.ok ? check.text : undefined;
};

describe('subnets', () => {
  it('takes ranges as they are', () => {
    expect(text('10.20.0.0/16')).toBe('10.20.0.0/16');
    expect(text(' 2001:db8::/32 ')).toBe('2001:db8::/32');
    expect(text('0.0.0.0/0')).toBe('0.0.0.0/0');
  });

  it('makes a bare address a range of one', () => {
    expect(text('203.0.113.7')).toBe('203.0.113.7/32');
    expect(text('::1')).toBe('::1/128');
  });

  it.each(['256.1.1.1', '1.2.3', '1.2.3.4.5', '01.2.3.4', 'a.b.c.d', '1:2:3:4:5:6:7', '1::2::3', 'fe80::12345', '1:2:3:4:5:6:7:8:9', '::g', ':::'])(
    'refuses the address %s', entry => expect(problem(entry)).toBe('address'));

  it.each(['10.0.0.0/33', '10.0.0.0/', '10.0.0.0/x', '::/129', '10.0.0.0/-1'])('refuses the length of %s', entry => expect(problem(entry)).toBe('length'));

  it('refuses bits behind the range and says what was meant', () => {
    expect(problem('10.1.2.3/8')).toBe('hostBits');
    expect(withoutHostBits('10.1.2.3/8')).toBe('10.0.0.0/8');
    expect(withoutHostBits('2001:db8:1::5/32')).toBe('2001:db8::/32');
  });

  it('knows whether an address is inside', () => {
    expect(isWithin('10.20.4.9', ['10.20.0.0/16'])).toBe(true);
    expect(isWithin('10.21.4.9', ['10.20.0.0/16'])).toBe(false);
    expect(isWithin('10.21.4.9', ['10.20.0.0/15'])).toBe(true);
    expect(isWithin('2001:db8::9', ['10.0.0.0/8', '2001:db8::/64'])).toBe(true);
    expect(isWithin('::ffff:10.20.4.9', ['10.20.0.0/16'])).toBe(true);
    expect(isWithin('1.2.3.4', [])).toBe(true);
  });

  it('prints IPv6 as is usual', () => {
    expect(printAddress(parseAddress('2001:0DB8:0:0:1:0:0:1')!)).toBe('2001:db8::1:0:0:1');
    expect(printAddress(parseAddress('0:0:0:0:0:0:0:0')!)).toBe('::');
    expect(printAddress(parseAddress('1:0:2:3:4:5:6:7')!)).toBe('1:0:2:3:4:5:6:7');
  });
});
