import { expect, test } from 'vitest';
import { COMPLETENESS_WEIGHTS, completenessOf, matchReasonsOf, type SiaeFacts } from './siae.rules.ts';

const nothing: SiaeFacts = {
  sectors: [],
  prestaTypes: [],
  turnoverCents: null,
  employeesInsertion: null,
  employeesPermanent: null,
  inQpv: null,
  location: null,
  agreementValidUntil: null,
};
const everything: SiaeFacts = {
  sectors: ['PROPRETE'],
  prestaTypes: ['PREST'],
  turnoverCents: 0,
  employeesInsertion: 0,
  employeesPermanent: 0,
  inQpv: false,
  location: { lat: 48.9, lon: 2.2 },
  agreementValidUntil: '2026-12-31',
};

test('weights make one whole', () => {
  expect(Object.values(COMPLETENESS_WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBe(100);
});

test('an empty record is worth 0 and a full one 1, where 0 and « no » are answers', () => {
  expect([completenessOf(nothing), completenessOf(everything)]).toEqual([0, 1]);
});

test.each(Object.keys(COMPLETENESS_WEIGHTS) as (keyof SiaeFacts)[])(
  '%s alone is worth its weight',
  (name) => {
    expect(completenessOf({ ...nothing, [name]: everything[name] })).toBe(COMPLETENESS_WEIGHTS[name] / 100);
  },
);

test.each([
  [{ searched: false, nameMatches: true, matchingSectors: ['Réemploi'] }, []],
  [{ searched: true, nameMatches: true, matchingSectors: [] }, ['nom']],
  [
    { searched: true, nameMatches: true, matchingSectors: ['Réemploi', 'Textile'] },
    ['nom', 'secteur : Réemploi', 'secteur : Textile'],
  ],
  [{ searched: true, nameMatches: false, matchingSectors: [] }, ['nom et secteurs']],
])('%j gives %j', (match, reasons) => {
  expect(matchReasonsOf(match)).toEqual(reasons);
});
