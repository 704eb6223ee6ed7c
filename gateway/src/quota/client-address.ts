import { isIPv6 } from 'node:net';
import { withoutMapping } from '../access/api-key/network.ts';

/**
 * What a client's address counts under: the address, or for IPv6 its /64, which is what one subscriber is given
 * (RFC 6177) and may choose addresses in at will.
 */
export function addressBucket(ip: string): string {
  const address = withoutMapping(ip);
  if (!isIPv6(address)) return address;
  return `${groupsOf(address).slice(0, 4).join(':')}::/64`;
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  const [plain = ''] = address.split('%');
  const [head = '', tail] = plain.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':').flatMap(hexadecimal));
  const [first, last] = [groups(head), groups(tail ?? '')];
  const missing = tail === undefined ? 0 : 8 - first.length - last.length;
  return [...first, ...Array.from({ length: missing }, () => '0'), ...last];
}

/** The last 32 bits may be written as an IPv4 address. */
function hexadecimal(group: string): string[] {
  const bytes = group.split('.').map(Number);
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  if (bytes.length === 4) return [(a * 256 + b).toString(16), (c * 256 + d).toString(16)];
  return [Number.parseInt(group, 16).toString(16)];
}
