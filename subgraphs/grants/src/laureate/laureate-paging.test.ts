import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import type { LaureateOrder } from './laureate.order.ts';

const FIRST = 5;
type Answer = { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
type Page = { ids: string[]; next: string | null };

let graph: TestSubgraph;

beforeEach(async () => {
  await graph?.stop();
  graph = await loadedGrants();
});
afterAll(() => graph.stop());

async function keysetPageOf(orderBy: LaureateOrder, after: string | null): Promise<Page> {
  const { data } = await graph.run(
    `query ($orderBy: LaureateOrder!, $first: Int!, $after: String) { laureates(orderBy: $orderBy, first: $first, after: $after) {
       nodes { id } pageInfo { hasNextPage endCursor } } }`,
    { orderBy, first: FIRST, after },
  );
  const { nodes, pageInfo } = (data as { laureates: Answer }).laureates;
  return { ids: nodes.map(({ id }) => id), next: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}

async function offsetPageOf(_orderBy: LaureateOrder, after: string | null): Promise<Page> {
  const offset = Number(after ?? 0);
  const rows: { id: string }[] = await graph.db.query(
    `SELECT id FROM application ORDER BY applicant_name COLLATE extensions.french, id LIMIT ${FIRST} OFFSET ${offset}`,
  );
  return { ids: rows.map(({ id }) => id), next: rows.length < FIRST ? null : String(offset + FIRST) };
}

/** Reads every page while a laureate that sorts first comes in after each of them, and compares with the 27 of the start. */
async function readWhileLaureatesComeIn(
  orderBy: LaureateOrder,
  pageOf: (orderBy: LaureateOrder, after: string | null) => Promise<Page>,
): Promise<{ lost: number; repeated: number }> {
  const atStart: { id: string }[] = await graph.db.query('SELECT id FROM application');
  const read: string[] = [];
  let after: string | null = null;
  for (let page = 0; page < 50; page += 1) {
    const { ids, next } = await pageOf(orderBy, after);
    read.push(...ids);
    if (next === null) break;
    await graph.db.query(
      `INSERT INTO application (id, call_id, organization_id, applicant_name, summary, action_territories, state,
                                awarded_cents, is_demonstration, source_ids)
       VALUES ($1, 'CALL:3', 'ORG:assol', 'Aaa', 'Un projet.', '{}', 'AWARDED', 1500000, true, '{demonstration}')`,
      [`APP:test-${page}`],
    );
    after = next;
  }
  const seen = new Set(read);
  return { lost: atStart.filter(({ id }) => !seen.has(id)).length, repeated: read.length - seen.size };
}

test.each(['AWARD_DATE_DESC', 'AMOUNT_DESC', 'NAME_ASC'] as const)(
  'paging by %s while laureates come in loses none and repeats none',
  async (orderBy) => {
    expect(await readWhileLaureatesComeIn(orderBy, keysetPageOf)).toEqual({ lost: 0, repeated: 0 });
  },
);

test('paging by row numbers would repeat some', async () => {
  expect(await readWhileLaureatesComeIn('NAME_ASC', offsetPageOf)).toEqual({ lost: 0, repeated: 6 });
});
