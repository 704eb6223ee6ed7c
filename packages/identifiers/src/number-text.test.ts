import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  normaliseRid,
  normaliseRidet,
  normaliseRna,
  normaliseSiren,
  normaliseSiret,
  normaliseTahitiNumber,
  normaliseTva,
} from './index.ts';

const NORMALISERS = {
  normaliseRid,
  normaliseRidet,
  normaliseRna,
  normaliseSiren,
  normaliseSiret,
  normaliseTahitiNumber,
  normaliseTva,
};

const separator = fc.constantFrom('', ' ', '\u00A0', '\u202F', '\u2009', '.', "'", '’');
const numberLike = fc
  .array(fc.tuple(fc.constantFrom(...'0123456789WFRwfrE+,\n'), separator), { maxLength: 16 })
  .map((pieces) => pieces.flat().join(''));
const anyText = fc.oneof(numberLike, fc.string({ unit: 'binary' }));

describe.each(Object.entries(NORMALISERS))('%s', (_name, normalise) => {
  it('is idempotent and keeps every character but separators and case', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const normalised = normalise(text);
        if (normalised === null) return;
        expect(normalise(normalised)).toBe(normalised);
        expect(normalised).toBe(text.replace(/[\p{Zs}.'’]/gu, '').toUpperCase());
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['', ' ', '1.2E+13', '7,86E+13', '7.86e13', '1E9', 'NC', '\0'])('refuses %j', (text) => {
    expect(normalise(text)).toBeNull();
  });
});
