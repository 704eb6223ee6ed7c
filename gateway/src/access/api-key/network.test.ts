import { expect, test } from 'vitest';
import { isAllowed, parseNetwork, withoutMapping } from './network.ts';

test.each([
  ['10.0.0.0/8', { address: '10.0.0.0', prefix: 8, family: 'ipv4' }],
  ['192.0.2.7', { address: '192.0.2.7', prefix: 32, family: 'ipv4' }],
  ['2001:db8::/32', { address: '2001:db8::', prefix: 32, family: 'ipv6' }],
  ['::1', { address: '::1', prefix: 128, family: 'ipv6' }],
])('%s is a network', (text, network) => {
  expect(parseNetwork(text)).toEqual(network);
});

test.each([
  '',
  '10.0.0.0/0',
  '::/0',
  '10.0.0.0/33',
  '10.0.0.0/08',
  '10.0.0/8',
  '10.0.0.0/8/8',
  'fe80::1%eth0',
  'x',
  '10.0.0.0/',
])('« %s » is none', (text) => {
  expect(parseNetwork(text)).toBeNull();
});

test.each([
  [[], '203.0.113.9', true],
  [['10.0.0.0/8'], '10.255.0.1', true],
  [['10.0.0.0/8'], '11.0.0.1', false],
  [['10.0.0.0/8'], '::ffff:10.1.1.1', true],
  [['10.0.0.0/8', '2001:db8::/32'], '2001:db8:1::1', true],
  [['2001:db8::/32'], '2001:db9::1', false],
  [['2001:db8::/32'], '10.0.0.1', false],
  [['10.0.0.0/8'], 'unknown', false],
])('with %j, %s is allowed: %s', (networks, address, allowed) => {
  expect(isAllowed(networks, address)).toBe(allowed);
});

test('an IPv4 address is itself on a socket of both families', () => {
  expect(['::ffff:10.0.0.1', '::FFFF:10.0.0.1', '::1', '10.0.0.1'].map(withoutMapping)).toEqual([
    '10.0.0.1',
    '10.0.0.1',
    '::1',
    '10.0.0.1',
  ]);
});
