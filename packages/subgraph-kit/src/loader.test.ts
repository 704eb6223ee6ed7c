import { afterAll, beforeAll, expect, test } from 'vitest';
import { library } from './testing/library/library.fixture.ts';
import { type TestSubgraph, testSubgraph } from './testing/test-subgraph.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(library);
  await graph.db.query(`INSERT INTO author SELECT 'a' || n, 'Author ' || n FROM generate_series(1, 36) n`);
  await graph.db.query(
    `INSERT INTO book (id, title, author_id) SELECT 'b' || n, 'Book ' || n, 'a' || (n % 36 + 1) FROM generate_series(1, 100) n`,
  );
});
afterAll(() => graph.stop());

test('36 keys asked for in one request are one statement', async () => {
  const ids = Array.from({ length: 36 }, (_, index) => `a${index + 1}`);
  const statements = await graph.statementsOf(() =>
    graph.run('query ($ids: [ID!]!) { authorsById(ids: $ids) { name } }', { ids }),
  );
  expect(statements).toEqual(['SELECT id, name FROM author WHERE id = ANY($1)']);
});

test('each key gets its own row, in the order asked, and null where there is none', async () => {
  const { data } = await graph.run('{ authorsById(ids: ["a2", "nobody", "a1", "a2"]) { name } }');
  expect(data).toEqual({
    authorsById: [{ name: 'Author 2' }, null, { name: 'Author 1' }, { name: 'Author 2' }],
  });
});

test('the books of 36 authors are one statement, those under other arguments another', async () => {
  const once = await graph.statementsOf(() =>
    graph.run('{ authors { books(first: 2) { nodes { title author { name } } } } }'),
  );
  const twice = await graph.statementsOf(() =>
    graph.run('{ authors { few: books(first: 1) { nodes { id } } many: books(first: 2) { nodes { id } } } }'),
  );
  expect([once.length, twice.length]).toEqual([3, 3]);
});

test('nothing that a request loaded survives it', async () => {
  const ask = () => graph.run('{ authorsById(ids: ["a1"]) { name } }');
  await ask();
  await graph.db.query(`UPDATE author SET name = 'Renamed' WHERE id = 'a1'`);
  expect((await ask()).data).toEqual({ authorsById: [{ name: 'Renamed' }] });
});
