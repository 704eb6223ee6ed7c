import { expect, it } from 'vitest';
import { formatTahitiNumber, isTahitiNumber, normaliseTahitiNumber } from './tahiti-number.ts';

it.each([
  ['A12345001', true],
  ['123456001', true],
  ['a12345001', false],
  ['AB2345001', false],
  ['A1234500', false],
  ['A12345001\n', false],
])('isTahitiNumber %j', (text, expected) => {
  expect(isTahitiNumber(text)).toBe(expected);
});

it('normalises the letter and separators, but no letter outside ASCII', () => {
  expect([normaliseTahitiNumber('a12 345 001'), normaliseTahitiNumber('ſ12345001')]).toEqual([
    'A12345001',
    null,
  ]);
});

it('formats compact and leaves another text as it is', () => {
  expect([formatTahitiNumber('a12 345 001'), formatTahitiNumber('?')]).toEqual(['A12345001', '?']);
});
