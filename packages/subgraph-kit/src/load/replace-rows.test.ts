import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { library } from '../testing/library/library.fixture.ts';
import { type TestSubgraph, testSubgraph } from '../testing/test-subgraph.ts';
import { deleteRowsBut, replaceRows, replaceTables } from './replace-rows.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(library);
});
afterAll(() => graph.stop());
beforeEach(() => graph.db.query('DELETE FROM book; DELETE FROM author; DELETE FROM change_log;'));

const book = (id: string, pages: number | null = null, author_id: string | null = null) => ({
  id,
  title: id,
  pages,
  author_id,
  added_at: '2026-01-01T00:00:00Z',
});
const ids = async (table: string) =>
  (await graph.db.query(`SELECT id FROM ${table} ORDER BY id`)).map(({ id }: { id: string }) => id);

test('a table holds the rows given and no other; given again, nothing changes', async () => {
  const replace = (...rows: object[]) => replaceRows(graph.db, { table: 'book', key: ['id'], rows });
  expect([
    await replace(book('b1'), book('b2')),
    await replace(book('b2', 3), book('b3')),
    await replace(book('b2', 3), book('b3')),
    await ids('book'),
    await replace(),
    await ids('book'),
  ]).toEqual([
    { set: 'book', read: 2, inserted: 2, changed: 0 },
    { set: 'book', read: 2, inserted: 1, changed: 1 },
    { set: 'book', read: 2, inserted: 0, changed: 0 },
    ['b2', 'b3'],
    { set: 'book', read: 0, inserted: 0, changed: 0 },
    [],
  ]);
});

test('rows outside the scope belong to others, whatever the scope is asked with', async () => {
  await replaceRows(graph.db, { table: 'book', key: ['id'], rows: [book('b1', 1), book('b2', 2)] });
  const scope = { sql: 't.pages = $1 OR t.title = $2', params: [2, "l'été"] };
  expect([
    await deleteRowsBut(graph.db, { table: 'book', key: ['id'], rows: [], scope }),
    await ids('book'),
  ]).toEqual([1, ['b1']]);
});

test('a key of several columns is compared whole', async () => {
  const key = ['id', 'pages'];
  await replaceRows(graph.db, { table: 'book', key: ['id'], rows: [book('b1', 1), book('b2', 2)] });
  expect([
    await deleteRowsBut(graph.db, { table: 'book', key, rows: [book('b1', 1), book('b2', 1)] }),
    await ids('book'),
  ]).toEqual([1, ['b1']]);
});

test('tables that refer to one another are replaced together', async () => {
  const replace = (authors: string[], books: object[]) =>
    replaceTables(graph.db, [
      { table: 'author', key: ['id'], rows: authors.map((id) => ({ id, name: id })) },
      { table: 'book', key: ['id'], rows: books },
    ]);
  await replace(['a1'], [book('b1', null, 'a1')]);
  expect([await replace(['a2'], [book('b2', null, 'a2')]), await ids('author'), await ids('book')]).toEqual([
    [
      { set: 'author', read: 1, inserted: 1, changed: 0 },
      { set: 'book', read: 1, inserted: 1, changed: 0 },
    ],
    ['a2'],
    ['b2'],
  ]);
});
