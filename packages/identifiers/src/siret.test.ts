import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { luhnCheckDigit, passesLuhn } from './luhn.ts';
import { formatSiret, isSiret, normaliseSiret, sirenOfSiret } from './siret.ts';

const withCheckDigit = (digits: string) => digits + luhnCheckDigit(digits);
const siret = fc
  .tuple(fc.stringMatching(/^[1-9]\d{7}$/), fc.stringMatching(/^\d{4}$/))
  .map(([siren, nic]) => withCheckDigit(withCheckDigit(siren) + nic))
  .filter((text) => sirenOfSiret(text) !== '356000000');

describe('isSiret', () => {
  it.each(['73282932000074', '35600000000048', '35600000049837', '21060004500392', '22850001300658'])(
    'accepts %s',
    (text) => {
      expect(isSiret(text)).toBe(true);
    },
  );

  it.each([
    '73282932000079',
    '00000000000000',
    '7328293200007',
    '732829320000740',
    '73282932000074\n',
    '732 829 320 00074',
    '１２３４５６７８９０１２３４',
    '',
  ])('refuses %j', (text) => {
    expect(isSiret(text)).toBe(false);
  });

  it('refuses fourteen digits that pass Luhn over a SIREN that does not', () => {
    expect([passesLuhn('11122233344455'), isSiret('11122233344455')]).toEqual([true, false]);
  });

  it('accepts every number that carries both check digits, and refuses every error of one digit', () => {
    fc.assert(
      fc.property(siret, fc.nat(13), fc.integer({ min: 1, max: 9 }), (text, position, shift) => {
        const wrongDigit = (Number(text[position]) + shift) % 10;
        const wrong = text.slice(0, position) + wrongDigit + text.slice(position + 1);
        expect([isSiret(text), isSiret(wrong)]).toEqual([true, false]);
      }),
    );
  });
});

describe('isSiret of La Poste', () => {
  it('accepts a digit sum that 5 divides, though Luhn fails', () => {
    expect([passesLuhn('35600000049837'), isSiret('35600000049837')]).toEqual([false, true]);
  });

  it('accepts the head office by Luhn, though 5 does not divide its digit sum of 26', () => {
    expect([passesLuhn('35600000000048'), isSiret('35600000000048')]).toEqual([true, true]);
  });

  it('refuses another establishment that passes Luhn only', () => {
    expect([passesLuhn('35600000000014'), isSiret('35600000000014')]).toEqual([true, false]);
  });
});

describe('normaliseSiret', () => {
  it.each([
    ['732 829 320 00074', '73282932000074'],
    ['732\u00A0829\u00A0320\u202F00074', '73282932000074'],
    ['732.829.320.00074', '73282932000074'],
    ["224 900 019 000 15'", '22490001900015'],
    ['73282932000079', '73282932000079'],
    ['00542002100056', '00542002100056'],
  ])('reads %j', (text, expected) => {
    expect(normaliseSiret(text)).toBe(expected);
  });

  it.each(['1.2E+13', '7,86E+13', '542002100056', '1234567890123.0', '73282932000074\n', '1234567890123'])(
    'refuses %j rather than guess',
    (text) => {
      expect(normaliseSiret(text)).toBeNull();
    },
  );
});

describe('formatSiret', () => {
  it('groups the SIREN by three and keeps the NIC whole', () => {
    expect(formatSiret('73282932000074')).toBe('732\u00A0829\u00A0320\u00A000074');
  });

  it('leaves another text as it is', () => {
    expect(formatSiret('732829320')).toBe('732829320');
  });

  it('is undone by normaliseSiret', () => {
    fc.assert(
      fc.property(siret, (text) => {
        expect(normaliseSiret(formatSiret(text))).toBe(text);
      }),
    );
  });
});
