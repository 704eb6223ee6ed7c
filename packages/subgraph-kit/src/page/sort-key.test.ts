import { afterAll, beforeAll, expect, test } from 'vitest';
import { library } from '../testing/library/library.fixture.ts';
import { type TestSubgraph, testSubgraph } from '../testing/test-subgraph.ts';
import { type KeysetList, keysetPage } from './keyset.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(library);
});
afterAll(() => graph.stop());

test.each([false, true])(
  'a deep page of such an order is an index range (descending: %s)',
  async (descending) => {
    await graph.db.query(
      `INSERT INTO book (id, title) SELECT 'b' || n, 't' || n % 90 FROM generate_series(1, 300) n ON CONFLICT DO NOTHING`,
    );
    const list: KeysetList = {
      name: `books/${descending}`,
      sql: 'SELECT * FROM book',
      params: [],
      order: [
        { sql: 'title COLLATE extensions.french', type: 'text', notNull: true, descending },
        { sql: 'id', type: 'text', notNull: true, descending },
      ],
    };
    const page = await keysetPage(graph.db, list, { first: 50 });
    const after = page.rows.at(-1)?.cursor ?? null;
    const [sql] = await graph.statementsOf(() => keysetPage(graph.db, list, { first: 50, after }));
    const plan: { 'QUERY PLAN': string }[] = await graph.db.transaction(async (tx) => {
      await tx.query('SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off;');
      return tx.query(`EXPLAIN (COSTS off) ${sql}`, ['t5', 'b5']);
    });
    const lines = plan.map((line) => line['QUERY PLAN'].trim());
    expect(lines.filter((line) => /Index Scan|Index Cond|Sort/.test(line))).toEqual([
      `->  Index Scan ${descending ? 'Backward ' : ''}using book_title on book`,
      `Index Cond: (ROW((title)::text, id) ${descending ? '<' : '>'} ROW('t5'::text, 'b5'::text))`,
    ]);
  },
);
