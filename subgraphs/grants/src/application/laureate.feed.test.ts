import { type TestSubgraph, testSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { grants } from '../grants.ts';
import { HAUTS_DE_SEINE } from '../testing/loaded-grants.fixture.ts';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await testSubgraph(grants);
  await graph.open.load(HAUTS_DE_SEINE);
});
afterAll(() => graph.stop());

test('the 27 organisations that have an award are served, then those that change', async () => {
  const all = await graph.open.changes.read('laureate', '0', 100);
  expect([all.changes.length, all.changes.map(({ value }) => value)[0]]).toEqual([
    27,
    { id: all.changes[0]?.key, isLaureate: true },
  ]);

  await graph.db.query(`UPDATE application SET organization_id = 'ORG:autre' WHERE id = 'APP:1-assol'`);
  const moved = await graph.open.changes.read('laureate', all.head, 100);
  await graph.db.query(`DELETE FROM application WHERE id = 'APP:1-solishop'`);
  const removed = await graph.open.changes.read('laureate', moved.head, 100);
  const values = ({ changes }: typeof all) =>
    Object.fromEntries(changes.map(({ key, value }) => [key, value]));
  expect([values(moved), values(removed)]).toEqual([
    { 'ORG:autre': { id: 'ORG:autre', isLaureate: true }, 'ORG:assol': null },
    { 'ORG:solishop': null },
  ]);
});

test('claims are served with their source', async () => {
  const { changes } = await graph.open.changes.read('claim', '0', 1_000);
  const counts: { claims: number }[] = await graph.db.query('SELECT count(*)::int AS claims FROM claim');
  expect([changes.length, changes.filter(({ value }) => value === null)]).toEqual([counts[0]?.claims, []]);
});
