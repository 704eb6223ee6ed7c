import { BlockList, isIP, isIPv6 } from 'node:net';

/** A network of addresses, `10.0.0.0/8`; a lone address is a network of one. */
export type Network = { readonly address: string; readonly prefix: number; readonly family: 'ipv4' | 'ipv6' };

/** Reads an address or a network in CIDR notation; null when it is neither, or is the whole internet. */
export function parseNetwork(text: string): Network | null {
  const [address = '', width, ...rest] = text.split('/');
  const version = isIP(address);
  // A zone (fe80::1%eth0) has a meaning on one machine alone.
  if (version === 0 || address.includes('%') || rest.length > 0) return null;
  const longest = version === 4 ? 32 : 128;
  if (width !== undefined && !/^[1-9]\d{0,2}$/.test(width)) return null;
  const prefix = width === undefined ? longest : Number(width);
  if (prefix > longest) return null;
  return { address, prefix, family: version === 4 ? 'ipv4' : 'ipv6' };
}

/** Whether an address lies in one of the networks (each as `parseNetwork` takes it). None allows every address. */
export function isAllowed(networks: readonly string[], address: string): boolean {
  if (networks.length === 0) return true;
  const list = new BlockList();
  for (const network of networks.map(parseNetwork)) {
    if (network !== null) list.addSubnet(network.address, network.prefix, network.family);
  }
  const plain = withoutMapping(address);
  return isIP(plain) !== 0 && list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
}

/** An IPv4 client of a socket that listens on both families comes as `::ffff:10.0.0.1`. */
export function withoutMapping(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  return mapped ?? address;
}
