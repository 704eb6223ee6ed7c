import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { luhnCheckDigit } from './luhn.ts';
import { formatTva, isTva, normaliseTva, tvaOfSiren } from './tva.ts';

const siren = fc.stringMatching(/^[1-9]\d{7}$/).map((digits) => digits + luhnCheckDigit(digits));

describe('tvaOfSiren', () => {
  it('computes the key', () => {
    expect(tvaOfSiren('732829320')).toBe('FR44732829320');
  });

  it.each(['732829321', '732 829 320', '000000000', ''])('throws on %j', (text) => {
    expect(() => tvaOfSiren(text)).toThrow(RangeError);
  });

  it('yields a number that isTva accepts, that formats and reads back', () => {
    fc.assert(
      fc.property(siren, (text) => {
        const tva = tvaOfSiren(text);
        expect([tva.length, isTva(tva), normaliseTva(formatTva(tva))]).toEqual([13, true, tva]);
      }),
    );
  });
});

describe('isTva', () => {
  it.each([
    'FR45732829320',
    'fr44732829320',
    'FR 44 732829320',
    'FR44732829321',
    'FR12000000000',
    '44732829320',
  ])('refuses %j', (text) => {
    expect(isTva(text)).toBe(false);
  });
});

it('normaliseTva reads small letters and separators', () => {
  expect(normaliseTva('fr 44 732.829.320')).toBe('FR44732829320');
});

it('formatTva groups with no-break spaces', () => {
  expect(formatTva('FR44732829320')).toBe('FR\u00A044\u00A0732\u00A0829\u00A0320');
});
