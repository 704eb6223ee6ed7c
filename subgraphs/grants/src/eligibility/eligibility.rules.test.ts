import { expect, test } from 'vitest';
import { JUDGES, type Project, type Terms, verdictOf } from './eligibility.rules.ts';

const ASSOCIATIONS: Terms = { openTo: 'ASSOCIATIONS', maxPerProjectCents: 1_500_000 };
const WITH_ESUS: Terms = { ...ASSOCIATIONS, openTo: 'ASSOCIATIONS_AND_ESUS' };

function aProject(given: Partial<Project> = {}): Project {
  return {
    legalForm: '9220',
    isEsus: null,
    requestedCents: 1_000_000,
    themes: [],
    territories: [],
    ...given,
  };
}

const ASSOCIATION_FORMS = ['9210', '9220', '9221', '9222', '9223', '9224', '9230', '9260'];

test.each(
  ASSOCIATION_FORMS.flatMap((form) =>
    [ASSOCIATIONS, WITH_ESUS].map((terms) => [form, terms.openTo, terms] as const),
  ),
)('the association %s may apply where the call is open to %s', (legalForm, _openTo, terms) => {
  expect(JUDGES.LEGAL_FORM(aProject({ legalForm }), terms).outcome).toBe('PASSED');
});

test.each([
  ['5710', true, WITH_ESUS, 'PASSED'],
  ['5710', null, WITH_ESUS, 'REVIEW'],
  ['5710', false, WITH_ESUS, 'FAILED'],
  ['5558', true, WITH_ESUS, 'PASSED'],
  ['5558', null, WITH_ESUS, 'REVIEW'],
  ['5558', false, WITH_ESUS, 'FAILED'],
  ['5558', true, ASSOCIATIONS, 'REVIEW'],
  ['5458', false, ASSOCIATIONS, 'REVIEW'],
  ['6316', null, ASSOCIATIONS, 'REVIEW'],
  ['5195', null, ASSOCIATIONS, 'REVIEW'],
  ['5710', true, ASSOCIATIONS, 'FAILED'],
  ['5710', null, ASSOCIATIONS, 'FAILED'],
  ['9240', null, ASSOCIATIONS, 'FAILED'],
  ['9300', null, ASSOCIATIONS, 'FAILED'],
  ['7470', null, ASSOCIATIONS, 'FAILED'],
] as const)('form %s, ESUS %s, terms %o: %s', (legalForm, isEsus, terms, outcome) => {
  expect(JUDGES.LEGAL_FORM(aProject({ legalForm, isEsus }), terms).outcome).toBe(outcome);
});

test.each([
  [1_500_000, 1_500_000, 'PASSED'],
  [1_500_001, 1_500_000, 'FAILED'],
  [1, null, 'REVIEW'],
] as const)('%i cents under a ceiling of %s: %s', (requestedCents, maxPerProjectCents, outcome) => {
  expect(
    JUDGES.REQUESTED_AMOUNT(aProject({ requestedCents }), { ...ASSOCIATIONS, maxPerProjectCents }).outcome,
  ).toBe(outcome);
});

test('an amount above the ceiling is explained in euros', () => {
  expect(JUDGES.REQUESTED_AMOUNT(aProject({ requestedCents: 1_500_050 }), ASSOCIATIONS).explanation).toBe(
    'Le montant demandé (15\u202F000,50\u00A0€) dépasse le plafond de 15\u202F000\u00A0€ par projet.',
  );
});

const theme = (label: string, ofThisEdition: boolean) => ({ label, ofThisEdition });

test.each([
  [[], 'PASSED', 'La thématique du projet est à préciser.'],
  [[theme('Bien-être', true)], 'PASSED', 'Le projet répond aux thématiques de cette édition.'],
  [
    [theme('Bien-être', true), theme('Finance solidaire', false)],
    'FAILED',
    'Hors des thématiques de cette édition : « Finance solidaire ».',
  ],
])('themes %j: %s', (themes, outcome, explanation) => {
  expect(JUDGES.THEMES(aProject({ themes }), ASSOCIATIONS)).toEqual({ outcome, explanation });
});

const inside = { name: 'Nanterre', position: 'INSIDE' } as const;
const partly = { name: 'Boucle Nord de Seine', position: 'PARTLY' } as const;
const outside = { name: 'Argenteuil', position: 'OUTSIDE' } as const;

test.each([
  [[], 'PASSED'],
  [[inside], 'PASSED'],
  [[partly], 'REVIEW'],
  [[inside, partly], 'REVIEW'],
  [[inside, outside], 'REVIEW'],
  [[outside], 'FAILED'],
] as const)('territories %j: %s', (territories, outcome) => {
  expect(JUDGES.ACTION_TERRITORY(aProject({ territories }), ASSOCIATIONS).outcome).toBe(outcome);
});

test.each([
  [['PASSED', 'PASSED'], 'ELIGIBLE'],
  [['PASSED', 'REVIEW'], 'NEEDS_REVIEW'],
  [['REVIEW', 'FAILED'], 'INELIGIBLE'],
  [[], 'ELIGIBLE'],
] as const)('outcomes %j make %s', (outcomes, verdict) => {
  expect(verdictOf(outcomes)).toBe(verdict);
});
