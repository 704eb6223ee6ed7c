import { expect, test } from 'vitest';
import { MOST_RECORDS, refusalOfMerge, refusalOfUnmerge, type Standing } from './organization-merge.rules.ts';
import { isInForce } from './organization-role.rules.ts';
import { type OrganizationMember, uniteOrganizations } from './unite-organizations.ts';

const standing = (id: string, more: Partial<Standing> = {}): Standing => ({
  id,
  currentId: id,
  isDemonstration: false,
  records: 1,
  version: 1,
  ...more,
});

test('an organisation gathers so many records and no more', () => {
  const codeOf = (records: number) =>
    refusalOfMerge(standing('ORG:a', { records }), standing('ORG:b'), null)?.code ?? 'DONE';
  expect([codeOf(MOST_RECORDS - 1), codeOf(MOST_RECORDS)]).toEqual(['DONE', 'TOO_MANY_RECORDS']);
});

test('the version that was read must be that of the kept one', () => {
  const codeOf = (expected: number | null) =>
    refusalOfMerge(standing('ORG:a', { version: 3 }), standing('ORG:b'), expected)?.code ?? 'DONE';
  expect([codeOf(3), codeOf(null), codeOf(1)]).toEqual(['DONE', 'DONE', 'CONFLICT']);
});

test('only what was merged is taken out', () => {
  expect([
    refusalOfUnmerge(null, null, null)?.kind,
    refusalOfUnmerge(standing('ORG:a'), 1, null)?.kind,
    refusalOfUnmerge(standing('ORG:a', { currentId: 'ORG:b' }), 1, 1),
  ]).toEqual(['UNKNOWN', 'CONFLICT', null]);
});

test.each([
  ['2022-11-23', '2024-06-30', true],
  ['2024-01-01', '2024-01-01', true],
  ['2024-01-02', null, false],
  [null, '2023-12-31', false],
  [null, null, true],
])('a role from %s to %s is held on 2024-01-01: %s', (since, until, held) => {
  expect([isInForce('2024-01-01')({ since, until }), isInForce(null)({ since, until })]).toEqual([
    held,
    true,
  ]);
});

const member = (more: Partial<OrganizationMember>): OrganizationMember => ({
  id: 'ORG:a',
  name: 'A',
  aliases: [],
  siret: null,
  rna: null,
  legalForm: null,
  isEsus: null,
  seatId: null,
  website: null,
  description: null,
  isDemonstration: false,
  sourceIds: ['s1'],
  ...more,
});

test('one alone is itself, to the letter', () => {
  const alone = member({ aliases: ['A', 'A', 'AA'] });
  expect(uniteOrganizations([alone])).toEqual({ ...alone, formerIds: [] });
});

test('known goes before unknown, the kept one before the others, and false is known', () => {
  expect(
    uniteOrganizations([
      member({ aliases: ['AA'], isEsus: false }),
      member({
        id: 'ORG:b',
        name: 'B',
        aliases: ['AA', 'A'],
        siret: '1',
        isEsus: true,
        sourceIds: ['s2', 's1'],
      }),
      member({ id: 'ORG:c', name: 'C', siret: '2', rna: 'W' }),
    ]),
  ).toEqual({
    ...member({ aliases: ['AA', 'B', 'C'], isEsus: false, siret: '1', rna: 'W', sourceIds: ['s1', 's2'] }),
    formerIds: ['ORG:b', 'ORG:c'],
  });
});
