import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { luhnCheckDigit } from './luhn.ts';
import { formatSiren, isSiren, normaliseSiren } from './siren.ts';

const siren = fc
  .stringMatching(/^\d{8}$/)
  .map((digits) => digits + luhnCheckDigit(digits))
  .filter((text) => text !== '000000000');

describe('isSiren', () => {
  it.each([
    '732829320',
    '356000000',
    '229200506',
    '200054781',
    '200057966',
    '200057974',
    '200057982',
    '200057990',
  ])('accepts %s', (text) => {
    expect(isSiren(text)).toBe(true);
  });

  it.each([
    '732829321',
    '000000000',
    '73282932',
    '7328293200',
    '732 829 320',
    '732829320\n',
    '73282932O',
    '７３２８２９３２０',
    '',
  ])('refuses %j', (text) => {
    expect(isSiren(text)).toBe(false);
  });

  it('accepts every number that carries its check digit', () => {
    fc.assert(
      fc.property(siren, (text) => {
        expect(isSiren(text)).toBe(true);
      }),
    );
  });

  it('refuses every error of one digit', () => {
    fc.assert(
      fc.property(siren, fc.nat(8), fc.integer({ min: 1, max: 9 }), (text, position, shift) => {
        const wrongDigit = (Number(text[position]) + shift) % 10;
        expect(isSiren(text.slice(0, position) + wrongDigit + text.slice(position + 1))).toBe(false);
      }),
    );
  });
});

describe('normaliseSiren', () => {
  it.each([
    ['732 829 320', '732829320'],
    ['732\u00A0829\u202F320', '732829320'],
    ['732.829.320', '732829320'],
    ["'732829320", '732829320'],
    ['732829320’', '732829320'],
    ['005420021', '005420021'],
    ['732829321', '732829321'],
  ])('reads %j', (text, expected) => {
    expect(normaliseSiren(text)).toBe(expected);
  });

  it.each([
    '5420021',
    '12345678.0',
    '1234567.00',
    '7.3E+08',
    '732829320\n',
    '732-829-320',
    '７３２８２９３２０',
  ])('refuses %j rather than guess', (text) => {
    expect(normaliseSiren(text)).toBeNull();
  });
});

describe('formatSiren', () => {
  it('groups by three with no-break spaces', () => {
    expect(formatSiren('732829320')).toBe('732\u00A0829\u00A0320');
  });

  it('leaves another text as it is', () => {
    expect(formatSiren('non communiqué')).toBe('non communiqué');
  });

  it('is undone by normaliseSiren', () => {
    fc.assert(
      fc.property(siren, (text) => {
        expect(normaliseSiren(formatSiren(text))).toBe(text);
      }),
    );
  });
});
