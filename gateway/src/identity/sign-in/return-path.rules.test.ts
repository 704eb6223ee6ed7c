import { expect, test } from 'vitest';
import { returnPath } from './return-path.rules.ts';

test.each([
  ['/', '/'],
  ['/graphql', '/graphql'],
  ['/graphql?query={me{kind}}#x', '/graphql?query={me{kind}}#x'],
  ['/a/../b', '/b'],
  ['/authentic', '/authentic'],
])('%j leads there', (asked, path) => {
  expect(returnPath(asked)).toBe(path);
});

test.each([
  undefined,
  '',
  'graphql',
  'https://evil.example/',
  'javascript:alert(1)',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/..//evil.example',
  '/./\\evil.example',
  '/auth/login',
  '/auth/logout?x',
  '/x/../auth/callback',
  `/${'a'.repeat(2_000)}`,
  ['/a', '/b'],
])('%j leads home', (asked) => {
  expect(returnPath(asked)).toBe('/');
});
