import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anObservatory } from '../observatory.fixture.ts';
import {
  ACTOR,
  cellsOf,
  communesOf,
  type Line,
  publishCells,
  VALLEE_SUD,
} from '../publication/publish.fixture.ts';
import { takeBack } from '../publication/take-back.ts';
import { follow, pageOfChanges, snapshot } from './follow-changes.fixture.ts';

let graph: TestSubgraph;
let communes: string[];
beforeAll(async () => {
  graph = await anObservatory({ demonstration: true });
  communes = await communesOf(graph.db, VALLEE_SUD);
});
afterAll(() => graph.stop());

/** A generator of numbers that is the same each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
}

test('from the start, a copy is all that is published, and nothing that is invented', async () => {
  const copy = await snapshot(graph);
  const rows: { id: string }[] = await graph.db.query(
    'SELECT id FROM observation WHERE NOT is_demonstration ORDER BY id',
  );
  expect([...copy.keys()].toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
  expect(copy.size).toBeGreaterThan(10);
});

test('a copy that takes what came since, page by page, equals one that is made anew', async () => {
  const next = numbers(7);
  const copy = new Map<string, string>();
  let cursor = await follow(graph, copy, '');
  const published: string[] = [];
  for (let round = 0; round < 5; round += 1) {
    const kept = communes.filter(() => next(6) > 0);
    const lines = kept.map((id): Line => [id, 20 + next(30), { period: 2020, units: next(4) === 0 ? 2 : 9 }]);
    const result = await publishCells(graph.db, cellsOf(lines));
    if (result.kind === 'PUBLISHED' && result.vintageId !== null) published.push(result.vintageId);
    if (round === 3) {
      const [vintageId = ''] = published.slice(-1);
      const how = {
        vintageId,
        reason: 'Erreur du producteur',
        actor: ACTOR,
        now: new Date(),
        reader: 'NON_NEGATIVE' as const,
      };
      expect(await graph.db.transaction((tx) => takeBack(tx, how))).toMatchObject({ kind: 'DONE' });
    }
    cursor = await follow(graph, copy, cursor, { first: 7 });
    expect(copy).toEqual(await snapshot(graph));
  }
  expect([published.length, [...copy.values()].some((shown) => shown.includes('SUPPRESSED'))]).toEqual([
    5,
    true,
  ]);
  expect((await pageOfChanges(graph, cursor, 1)).changes).toEqual([]);
});

test.each([
  ['a cursor of somewhere else', 'abc', 10],
  ['a position of its own making', Buffer.from('["e","1"]').toString('base64url'), 10],
  ['too many', '0', 1_001],
  ['none', '0', 0],
])('%s is refused', async (_what, since, first) => {
  await expect(pageOfChanges(graph, since, first)).rejects.toThrow('BAD_USER_INPUT');
});

test('a visitor follows nothing', async () => {
  const { errors } = await graph.run('{ observationChanges(since: "0") { nextCursor } }');
  expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['UNAUTHENTICATED']);
});
