import { describe, expect, it } from 'vitest';
import {
  DEMONSTRATION_SIRET_COUNT,
  demonstrationSiret,
  isDemonstrationSiret,
} from './demonstration-siret.ts';
import { isSiret, sirenOfSiret } from './siret.ts';

const whole = Array.from({ length: DEMONSTRATION_SIRET_COUNT }, (_, index) => demonstrationSiret(index + 1));

describe('demonstrationSiret', () => {
  it('is stable: data already loaded keeps its numbers', () => {
    expect([1, 2, 42, 9999].map(demonstrationSiret)).toEqual([
      '00000001800010',
      '00000002600013',
      '00000042200014',
      '00009999400014',
    ]);
  });

  it('gives valid SIRETs of the range only, one unit each', () => {
    expect(whole.filter((siret) => !isSiret(siret) || !isDemonstrationSiret(siret))).toEqual([]);
    expect(new Set(whole.map(sirenOfSiret)).size).toBe(DEMONSTRATION_SIRET_COUNT);
  });

  it('stays below 000 100 000, under the lowest SIREN known to be in use', () => {
    expect(whole.filter((siret) => sirenOfSiret(siret) >= '000100000')).toEqual([]);
  });

  it.each([0, -1, 1.5, DEMONSTRATION_SIRET_COUNT + 1, Number.NaN, Number.POSITIVE_INFINITY])(
    'throws on %d',
    (n) => {
      expect(() => demonstrationSiret(n)).toThrow(RangeError);
    },
  );
});

describe('isDemonstrationSiret', () => {
  it('stops where four leading zeros stop', () => {
    expect([isSiret('00010000800010'), isDemonstrationSiret('00010000800010')]).toEqual([true, false]);
  });

  it.each([
    ['a real SIRET', '73282932000074'],
    ['the filler of zeros', '00000000000000'],
    ['a wrong check digit within the range', '00000001800012'],
    ['separators', '000 000 018 00011'],
  ])('refuses %s', (_case, text) => {
    expect(isDemonstrationSiret(text)).toBe(false);
  });
});
