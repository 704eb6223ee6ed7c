import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { luhnCheckDigit, passesLuhn } from './luhn.ts';

const digits = fc.stringMatching(/^\d{1,20}$/);

describe('luhn', () => {
  it('checks a known number', () => {
    expect([passesLuhn('732829320'), luhnCheckDigit('73282932')]).toEqual([true, '0']);
  });

  it('gives the only digit that passes', () => {
    fc.assert(
      fc.property(digits, (text) => {
        const passing = [...'0123456789'].filter((digit) => passesLuhn(text + digit));
        expect(passing).toEqual([luhnCheckDigit(text)]);
      }),
    );
  });
});
