import fc from 'fast-check';
import { expect, test } from 'vitest';
import { centsOf, readAmount } from './amount.rules.ts';

test.each([
  ['12', 12],
  ['0', 0],
  ['24000.0', 24000],
  ['1234,5', 1234.5],
  ['1 234,5', 1234.5],
  ['1\u202f234\u202f567', 1_234_567],
  ['1\u00a0234', 1234],
  ['1’234', 1234],
  ["1'234", 1234],
  ['−3', -3],
  ['1,234.5', 'AMBIGUOUS_NUMBER'],
  ['1.234,5', 'AMBIGUOUS_NUMBER'],
  ['1,234,567', 'AMBIGUOUS_NUMBER'],
  ['12 34', 'NOT_A_NUMBER'],
  ['1 234 5', 'NOT_A_NUMBER'],
  ['1,', 'NOT_A_NUMBER'],
  [',5', 'NOT_A_NUMBER'],
  ['7,9 %', 'NOT_A_NUMBER'],
  ['douze', 'NOT_A_NUMBER'],
  ['#N/A', 'NOT_A_NUMBER'],
  ['0x10', 'NOT_A_NUMBER'],
  ['١٢', 'NOT_A_NUMBER'],
  ['Infinity', 'NOT_A_NUMBER'],
  ['7,86E+13', 'SCIENTIFIC_NUMBER'],
  ['1e3', 'SCIENTIFIC_NUMBER'],
  ['99999999999999999999', 'NUMBER_TOO_LARGE'],
])('%s is %s', (text, value) => {
  expect(readAmount(text)).toBe(value);
});

test('what the locale prints is read back', () => {
  const french = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (hundredths) => {
      expect(readAmount(french.format(hundredths / 100))).toBe(hundredths / 100);
    }),
  );
});

test('euros are cents, as long as they can be counted', () => {
  expect([centsOf(1234.56), centsOf(0.29), centsOf(2 ** 53 - 1)]).toEqual([123_456, 29, null]);
});
