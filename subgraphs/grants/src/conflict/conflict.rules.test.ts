import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conflictCandidates } from './conflict.rules.ts';
import type { ConflictEdge } from './conflict.type.ts';

const edge = (from: string, relation: ConflictEdge['relation'], to: string): ConflictEdge => ({
  from,
  relation,
  to,
  record: 'SUPPORTS',
  sourceIds: [],
});
const between = (reviewer: string, applicant: string, edges: readonly ConflictEdge[]) =>
  conflictCandidates({ reviewer: [reviewer], applicant, edges }).map(({ id }) => id);

const PARTNER = edge('A', 'SUPPORT_PARTNER_OF', 'CALL:1');
const LAUREATE = edge('B', 'LAUREATE_OF', 'CALL:1');

test.each<[string, ConflictEdge[], string]>([
  ['an edition that both want', [edge('A', 'APPLIES_TO', 'C'), edge('B', 'APPLIES_TO', 'C')], 'RIVAL'],
  ['a joint project', [edge('A', 'PARTNER_IN', 'P'), edge('B', 'PARTNER_IN', 'P')], 'JOINT_PROJECT'],
  ['support', [edge('A', 'SUPPORTS', 'B')], 'SUPPORT_PARTNER'],
  ['support of an edition', [PARTNER, LAUREATE], 'SUPPORT_PARTNER'],
  ['support for the owner of an edition', [PARTNER, edge('B', 'OWNS', 'CALL:1')], 'SUPPORT_PARTNER'],
  ['data', [edge('A', 'PROVIDES_DATA_TO', 'B')], 'DATA_PRODUCER'],
  ['the club', [edge('A', 'MEMBER_OF', 'C'), edge('B', 'MEMBER_OF', 'C')], 'CLUB'],
  ['a contract', [edge('A', 'SUPPLIES', 'B')], 'CONTRACT'],
])('%s relates two structures, whichever of them reviews', (_what, edges, kind) => {
  const kindsOf = (ids: string[]) => ids.map((id) => id.split(' | ')[0]);
  expect([kindsOf(between('A', 'B', edges)), kindsOf(between('B', 'A', edges))]).toEqual([[kind], [kind]]);
});

test.each<[string, ConflictEdge[]]>([
  ['laureates of one edition', [edge('A', 'LAUREATE_OF', 'CALL:1'), LAUREATE]],
  ['partners of one edition', [PARTNER, edge('B', 'SUPPORT_PARTNER_OF', 'CALL:1')]],
  ['a partner and a laureate of other editions', [PARTNER, edge('B', 'LAUREATE_OF', 'CALL:2')]],
  ['the owner of an edition and its laureate', [edge('A', 'OWNS', 'CALL:1'), LAUREATE]],
  ['those who support the same third', [edge('A', 'SUPPORTS', 'C'), edge('B', 'SUPPORTS', 'C')]],
  [
    'providers of data to the same third',
    [edge('A', 'PROVIDES_DATA_TO', 'C'), edge('B', 'PROVIDES_DATA_TO', 'C')],
  ],
])('%s are not related', (_what, edges) => {
  expect([between('A', 'B', edges), between('B', 'A', edges)]).toEqual([[], []]);
});

test('the order of links and of structures does not matter', () => {
  const node = fc.constantFrom('A', 'B', 'C', 'D', 'P');
  const relation = fc.constantFrom<ConflictEdge['relation']>(
    'SUPPORTS',
    'PARTNER_IN',
    'MEMBER_OF',
    'SUPPLIES',
  );
  const edges = fc.array(fc.tuple(node, relation, node).map((each) => edge(...each)));
  fc.assert(
    fc.property(edges, (links) => {
      const asked = { applicant: 'B', edges: links };
      expect(conflictCandidates({ ...asked, reviewer: ['C', 'A'], edges: links.toReversed() })).toEqual(
        conflictCandidates({ ...asked, reviewer: ['A', 'C'] }),
      );
    }),
  );
});
