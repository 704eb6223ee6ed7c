import { expect, test } from 'vitest';
import { LOOKS_LIKE_SECRET, newSecret, readSecret } from './secret.ts';

test.each(['live', 'test'] as const)(
  'a new %s secret reads back, and shows its beginning alone',
  (posture) => {
    const secret = newSecret(posture);
    const read = readSecret(secret);
    expect([/^ess_(live|test)_[0-9A-Za-z]{36}$/.test(secret), read]).toEqual([
      true,
      { posture, prefix: secret.slice(0, 15), hash: expect.any(Buffer) },
    ]);
  },
);

test('no two secrets are alike', () => {
  expect(new Set(Array.from({ length: 500 }, () => newSecret('test'))).size).toBe(500);
});

// The checksum was computed apart (Python's zlib.crc32, then base 62).
const KNOWN = 'ess_test_0123456789ABCDEFGHIJKLMNOPQRST31s34r';

test('the checksum is CRC-32', () => {
  expect([readSecret(KNOWN), readSecret(`${KNOWN.slice(0, -1)}_`)]).toEqual([
    { posture: 'test', prefix: 'ess_test_012345', hash: expect.any(Buffer) },
    'MALFORMED',
  ]);
});

test('every change of one character is seen without asking anybody', () => {
  const secret = newSecret('live');
  const start = 'ess_live_'.length;
  const changed = Array.from({ length: 36 }, (_, index) => {
    const place = start + index;
    const other = secret[place] === 'a' ? 'b' : 'a';
    return readSecret(secret.slice(0, place) + other + secret.slice(place + 1));
  });
  expect(changed).toEqual(Array.from({ length: 36 }, () => 'CHECKSUM'));
});

test('a secret of one posture does not pass for the other', () => {
  expect(readSecret(newSecret('live').replace('live', 'test'))).toBe('CHECKSUM');
});

test.each([
  '',
  'ess_live_',
  ' ess_test_0123',
  "' OR '1'='1",
  `ess_prod_${'0'.repeat(36)}`,
  `ess_live_${'0'.repeat(37)}`,
  `ess_live_${'é'.repeat(36)}`,
  `${newSecret('live')}\n`,
])('%j is no secret', (text) => {
  expect(readSecret(text)).toBe('MALFORMED');
});

test('a cut secret is still recognised for what it is', () => {
  expect(
    [newSecret('live').slice(0, 20), 'ess_live_', 'essai', KNOWN].map((text) => LOOKS_LIKE_SECRET.test(text)),
  ).toEqual([true, false, false, true]);
});
