import { demonstrationSiret, formatSiret } from '@graphess/identifiers';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await loadedGrants();
});
afterAll(() => graph.stop());

const PROJECT = {
  edition: 4,
  legalForm: '9220',
  actionTerritories: ['COM:92050'],
  requestedCents: 1_000_000,
  themeCodes: ['SANTE_NUTRITION'],
};

async function check(given: object) {
  const { data, errors } = await graph.run(
    `query ($input: EligibilityInput!) { checkEligibility(input: $input) {
       verdict rulesVersion reasons { passed explanation rule { code label } } } }`,
    { input: { ...PROJECT, ...given } },
  );
  const result = data?.checkEligibility as { verdict: string; rulesVersion: string } | undefined;
  return {
    result,
    refusals: errors?.map(({ extensions }) => [extensions?.code, extensions?.argument]),
  };
}

test('an eligible project learns what each rule says', async () => {
  expect((await check({ siret: formatSiret(demonstrationSiret(1)), rna: 'w922 000 123' })).result).toEqual({
    verdict: 'ELIGIBLE',
    rulesVersion: 'progress-4.1',
    reasons: [
      {
        passed: true,
        explanation: 'La catégorie juridique 9220 est celle d’une association : elle peut candidater.',
        rule: { code: 'LEGAL_FORM', label: 'Forme juridique' },
      },
      {
        passed: true,
        explanation:
          'Le montant demandé (10\u202F000\u00A0€) respecte le plafond de 15\u202F000\u00A0€ par projet.',
        rule: { code: 'REQUESTED_AMOUNT', label: 'Montant demandé' },
      },
      {
        passed: true,
        explanation: 'Le projet répond aux thématiques de cette édition.',
        rule: { code: 'THEMES', label: 'Thématique' },
      },
      {
        passed: true,
        explanation: 'Le projet agit dans le département.',
        rule: { code: 'ACTION_TERRITORY', label: 'Territoire d’action' },
      },
    ],
  });
});

const coopOf = (edition: number) => ({ edition, legalForm: '5558', themeCodes: [] });

test.each([
  [{ ...coopOf(1), isEsus: true }, 'ELIGIBLE', 'progress-1.1'],
  [coopOf(1), 'NEEDS_REVIEW', 'progress-1.1'],
  [{ ...coopOf(1), isEsus: false }, 'INELIGIBLE', 'progress-1.1'],
  [{ ...coopOf(2), isEsus: true }, 'NEEDS_REVIEW', 'progress-2.1'],
  [coopOf(3), 'NEEDS_REVIEW', 'progress-3.1'],
  [{ ...coopOf(4), isEsus: false }, 'NEEDS_REVIEW', 'progress-4.1'],
  [{ edition: 2, legalForm: '5710', isEsus: true, themeCodes: [] }, 'INELIGIBLE', 'progress-2.1'],
  [{ edition: 3, themeCodes: ['HANDICAP'] }, 'ELIGIBLE', 'progress-3.1'],
  [{ themeCodes: ['FINANCE_SOLIDAIRE'] }, 'INELIGIBLE', 'progress-4.1'],
  [{ requestedCents: 1_500_001 }, 'INELIGIBLE', 'progress-4.1'],
  [{ themeCodes: [], actionTerritories: [] }, 'ELIGIBLE', 'progress-4.1'],
  [{ actionTerritories: ['COM:75002', 'COM:92002'] }, 'ELIGIBLE', 'progress-4.1'],
  [{ actionTerritories: ['EPT:200057990'] }, 'NEEDS_REVIEW', 'progress-4.1'],
  [{ actionTerritories: ['REG:11'] }, 'NEEDS_REVIEW', 'progress-4.1'],
  [{ actionTerritories: ['COM:75056'] }, 'INELIGIBLE', 'progress-4.1'],
  [{ actionTerritories: ['COM:75056', 'COM:92050'] }, 'NEEDS_REVIEW', 'progress-4.1'],
  [{ actionTerritories: ['DEP:92', 'EPT:200057966'] }, 'ELIGIBLE', 'progress-4.1'],
])('%j is %s under %s', async (given, verdict, rulesVersion) => {
  const { result, refusals } = await check(given);
  expect([result?.verdict, result?.rulesVersion, refusals]).toEqual([verdict, rulesVersion, undefined]);
});

test.each([
  [{ edition: 9 }, 'input.edition'],
  [{ siret: '12345678901234' }, 'input.siret'],
  [{ rna: 'X123456789' }, 'input.rna'],
  [{ legalForm: '922' }, 'input.legalForm'],
  [{ legalForm: 'ASSO' }, 'input.legalForm'],
  [{ requestedCents: 0 }, 'input.requestedCents'],
  [{ actionTerritories: ['92050'] }, 'input.actionTerritories'],
  [{ actionTerritories: ['COM:99999'] }, 'input.actionTerritories'],
  [{ themeCodes: ['NOT_A_THEME'] }, 'input.themeCodes'],
])('%j is refused for %s', async (given, argument) => {
  expect((await check(given)).refusals).toEqual([['BAD_USER_INPUT', argument]]);
});
