import { describe, expect, test } from 'vitest';
import { isNameOfPerson, readCents, readDay, readId, readPeriod } from './cell.rules.ts';

describe('identifiers as spreadsheets leave them', () => {
  test.each([
    ['73282932000074', '73282932000074', '732829320', null],
    ['732 829 320 00074', '73282932000074', '732829320', null],
    ["732 829 320 00074'", '73282932000074', '732829320', null],
    ['73282932000074.0', '73282932000074', '732829320', null],
    ['732829320', null, '732829320', 'SIREN_ONLY'],
    ['732829321', null, null, 'SIREN_CHECK_DIGITS'],
    ['73282932000079', null, '732829320', 'SIRET_CHECK_DIGITS'],
    ['73282932000000', null, '732829320', 'SIRET_ROUNDED'],
    ['35181600000000', null, null, 'SIRET_ROUNDED'],
    ['7,86E+13', null, null, 'ID_IN_POWERS_OF_TEN'],
    ['', null, null, 'ID_MISSING'],
    ['sans objet', null, null, 'ID_UNREADABLE'],
    ['1850692123456', null, null, 'ID_OF_A_PERSON'],
    ['2 85 06 92 123 456 78', null, null, 'ID_OF_A_PERSON'],
  ])('%j', (text, siret, siren, code) => {
    expect(readId(text)).toEqual({ siret, siren, rna: null, code });
  });

  test('a number of the register of associations, Corsica included', () => {
    expect(['W922001234', 'w9G2001932'].map(readId)).toEqual([
      { siret: null, siren: null, rna: 'W922001234', code: null },
      { siret: null, siren: null, rna: 'W9G2001932', code: null },
    ]);
  });
});

test.each([
  ['24 975,00', 2_497_500],
  ['24\u202F975,5 €', 2_497_550],
  ['24\u00A0975', 2_497_500],
  ['24000.0', 2_400_000],
  ['99786.57', 9_978_657],
  ['1.234.567,89', 123_456_789],
  ['1,234,567.89', 123_456_789],
  ['0.1', 10],
  ['-500', null],
  ['24.000', null],
  ['1,2E+05', null],
  ['NC', null],
])('the amount %j is %j cents', (text, cents) => {
  expect(readCents(text)).toBe(cents);
});

test.each([
  ['2017-06-10', '2017-06-10', 2017],
  ['10/06/2017', '2017-06-10', 2017],
  ['2017-06-10 00:00:00', '2017-06-10', 2017],
  ['2014', null, 2014],
])('the date %j', (text, day, year) => {
  expect(readDay(text)).toEqual({ day, year });
});

test.each(['2017-02-30', '17-06-10', '12014', ''])('%j is no date', (text) => {
  expect(readDay(text)).toBeNull();
});

test.each([
  ['2017-12-14_2018-12-14', '2017-12-14', '2018-12-14'],
  ['2017-03-30/2017-05-24', '2017-03-30', '2017-05-24'],
  ['01/02/2017 au 03/04/2017', '2017-02-01', '2017-04-03'],
  ['2017-03-09', '2017-03-09', '2017-03-09'],
])('the period %j', (text, from, to) => {
  const read = readPeriod(text);
  expect([read?.from.day, read?.to.day]).toEqual([from, to]);
});

test.each(['2017-04-12/2017-03-09', '2017-12-12/fin-action', 'NC/2019-06-30'])('%j is no period', (text) => {
  expect(readPeriod(text)).toBeNull();
});

test('names of people are told by their title', () => {
  expect(['Mme Dupont', 'M. Durand', 'MONSIEUR X', 'MJC du Port', 'Madeleine'].map(isNameOfPerson)).toEqual([
    ...[true, true, true, false, false],
  ]);
});
