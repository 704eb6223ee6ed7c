import { communesOfArea } from '@graphess/demonstration';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { followLaureates } from '../laureate/laureate-copy.follow.ts';
import { aDirectory, STRUCTURES } from '../siae/siae.fixture.ts';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await aDirectory();
});
afterAll(() => graph.stop());

const COMMUNES = communesOfArea('92').map(({ id }) => id);

function entities(typename: string, ids: readonly string[], fields: string) {
  return graph.run(
    `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${typename} { ${fields} } } }`,
    {
      keys: ids.map((id) => ({ __typename: typename, id })),
    },
  );
}

const summaryOf = (within: (commune: string) => boolean) => {
  const own = STRUCTURES.filter(({ commune }) => within(commune));
  return {
    siaeCount: own.length,
    insertionJobs: own.some(({ employeesInsertion }) => employeesInsertion === null)
      ? null
      : own.reduce((sum, { employeesInsertion }) => sum + (employeesInsertion ?? 0), 0),
    contractsLast3Years: 0,
    clubMembers: own.filter(({ isClubMember }) => isClubMember).length,
  };
};

test('a territory sums up the SIAE located in it; jobs are unknown as soon as one does not tell', async () => {
  const { data } = await entities(
    'Territory',
    [...COMMUNES, 'DEP:92', 'DEP:69'],
    'inclusiveSummary { siaeCount insertionJobs contractsLast3Years clubMembers }',
  );
  expect(data).toEqual({
    _entities: [
      ...COMMUNES.map((id) => ({ inclusiveSummary: summaryOf((commune) => commune === id) })),
      { inclusiveSummary: summaryOf(() => true) },
      { inclusiveSummary: summaryOf(() => false) },
    ],
  });
});

test('a territory lists its SIAE, of some kinds only when asked', async () => {
  const { data } = await entities(
    'Territory',
    COMMUNES,
    'all: siaes { totalCount facets { kinds { count } } } ei: siaes(kinds: [EI], first: 1) { totalCount nodes { kind } pageInfo { hasNextPage } }',
  );
  const lists = (data?._entities ?? []) as {
    all: { totalCount: number; facets: { kinds: { count: number }[] } };
    ei: { totalCount: number; nodes: { kind: string }[]; pageInfo: { hasNextPage: boolean } };
  }[];
  expect(
    lists.map(({ all, ei }) => ({
      all: all.totalCount,
      byKind: all.facets.kinds.reduce((sum, { count }) => sum + count, 0),
      ei: ei.totalCount,
      nodes: ei.nodes,
      more: ei.pageInfo.hasNextPage,
    })),
  ).toEqual(
    COMMUNES.map((id) => {
      const own = STRUCTURES.filter(({ commune }) => commune === id);
      const ei = own.filter(({ kind }) => kind === 'EI').length;
      return {
        all: own.length,
        byKind: own.length,
        ei,
        nodes: ei === 0 ? [] : [{ kind: 'EI' }],
        more: ei > 1,
      };
    }),
  );
});

test('36 territories cost as many statements as one', async () => {
  const fields = `siaes(first: 5) { totalCount nodes { kind sectors organization { id } } facets { kinds { count } } }
                  inclusiveSummary { siaeCount }`;
  const costOf = async (ids: readonly string[]) =>
    (await graph.statementsOf(() => entities('Territory', ids, fields))).length;
  expect([await costOf(['COM:92050']), await costOf(COMMUNES)]).toEqual([4, 4]);
});

test('organisations find their SIAE in one statement, and those without have none', async () => {
  const ids = STRUCTURES.slice(0, 30).map(({ organizationId }) => organizationId);
  let answer: Awaited<ReturnType<typeof entities>> | undefined;
  const statements = await graph.statementsOf(async () => {
    answer = await entities('Organization', [...ids, 'ORG:assol'], 'id siae { id } contractsWon { uid }');
  });
  expect(answer?.data).toEqual({
    _entities: [
      ...STRUCTURES.slice(0, 30).map(({ organizationId: id, siaeId }) => ({
        id,
        siae: { id: siaeId },
        contractsWon: [],
      })),
      { id: 'ORG:assol', siae: null, contractsWon: [] },
    ],
  });
  expect(statements.length).toBe(1);
});

test('a SIAE or a need that does not exist is null', async () => {
  const known = STRUCTURES[0]?.siaeId ?? '';
  expect([
    await entities('Siae', [known, 'SIAE:inconnue'], 'id isDemonstration'),
    await entities('Need', ['NEED:inconnu'], 'id title'),
  ]).toEqual([
    { data: { _entities: [{ id: known, isDemonstration: true }, null] } },
    { data: { _entities: [null] } },
  ]);
});

test('laureates are those that grants last told', async () => {
  const told = (id: string, isLaureate: boolean) => ({ key: id, value: { id, isLaureate } });
  await followLaureates.apply(graph.db, [told('ORG:a', true), told('ORG:b', true)], []);
  await followLaureates.apply(graph.db, [told('ORG:b', false)], ['ORG:a']);
  const kept = await graph.db.query('SELECT id, is_laureate AS "isLaureate" FROM laureate_copy');
  await followLaureates.reset(graph.db);
  expect([kept, await graph.db.query('SELECT id FROM laureate_copy')]).toEqual([
    [{ id: 'ORG:b', isLaureate: false }],
    [],
  ]);
});
