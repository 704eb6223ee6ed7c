import { expect, test } from 'vitest';
import { endOfOverlap, isActive, monthsAfter } from './api-key.rules.ts';

const at = (text: string) => new Date(text);

test.each([
  ['2026-01-31T10:00:00Z', 1, '2026-02-28T10:00:00Z'],
  ['2028-01-31T10:00:00Z', 1, '2028-02-29T10:00:00Z'],
  ['2026-03-15T10:00:00Z', 12, '2027-03-15T10:00:00Z'],
  ['2028-02-29T10:00:00Z', 12, '2029-02-28T10:00:00Z'],
  ['2026-12-31T23:59:59Z', 2, '2027-02-28T23:59:59Z'],
])('%s and %i months', (start, months, end) => {
  expect(monthsAfter(at(start), months)).toEqual(at(end));
});

const NOW = at('2026-03-02T10:00:00Z');

test.each([
  ['before its end', { expiresAt: at('2026-03-02T10:00:01Z'), revokedAt: null }, true],
  ['at its end', { expiresAt: NOW, revokedAt: null }, false],
  ['once revoked', { expiresAt: at('2027-03-02T10:00:00Z'), revokedAt: NOW }, false],
])('%s a key is active: %s', (_when, key, active) => {
  expect(isActive(key, NOW)).toBe(active);
});

test('an overlap never lengthens the life of a key', () => {
  const key = { expiresAt: at('2026-03-12T10:00:00Z'), revokedAt: null };
  expect([endOfOverlap(key, NOW, 5), endOfOverlap(key, NOW, 30), endOfOverlap(key, NOW, 0)]).toEqual([
    at('2026-03-07T10:00:00Z'),
    at('2026-03-12T10:00:00Z'),
    NOW,
  ]);
});
