import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { library } from '../testing/library/library.fixture.ts';
import { type TestSubgraph, testSubgraph } from '../testing/test-subgraph.ts';
import {
  countRows,
  countRowsByOwner,
  type KeysetList,
  keysetPage,
  keysetPages,
  type Page,
} from './keyset.ts';
import type { SortKey } from './sort-key.ts';

type Row = { id: string };

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(library);
});
afterAll(() => graph.stop());
beforeEach(() => graph.db.query('DELETE FROM author; DELETE FROM book;'));

const SORTABLE: readonly Omit<SortKey, 'descending'>[] = [
  { sql: 'title COLLATE extensions.french', type: 'text', notNull: true },
  { sql: 'pages', type: 'bigint' },
  { sql: 'rating', type: 'float8' },
  { sql: 'published_on', type: 'date' },
  { sql: "date_trunc('second', added_at)", type: 'timestamptz', notNull: true },
];

const book = fc.record({
  title: fc.constantFrom('Été', 'ete', 'Étude', 'Zoé', 'œuf', "l'eau", '', '"'),
  pages: fc.option(fc.integer({ min: 1, max: 3 })),
  rating: fc.option(fc.constantFrom(0.1, 0.1 + 0.2, 1e-300, -1, 3)),
  published_on: fc.option(fc.constantFrom('1999-12-31', '2000-01-01')),
  added_at: fc.constantFrom('2025-03-30T01:00:00.5Z', '2025-03-30T01:00:00.75Z', '2026-01-01T00:00:00Z'),
});
const order = fc
  .tuple(
    fc.shuffledSubarray([...SORTABLE], { minLength: 1, maxLength: 3 }),
    fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  )
  .map(([keys, descending]) =>
    [...keys, { sql: 'id', type: 'text' as const, notNull: true }].map((key, index) => ({
      ...key,
      descending: descending[index] === true,
    })),
  );

async function insert(books: readonly object[], prefix = 'b'): Promise<void> {
  await graph.db.query(`INSERT INTO book SELECT * FROM json_populate_recordset(NULL::book, $1::json)`, [
    JSON.stringify(
      books.map((each, index) => ({ id: `${prefix}${index}`, added_at: '2026-01-01T00:00:00Z', ...each })),
    ),
  ]);
}

function listBy(keys: readonly SortKey[]): KeysetList {
  return { name: `books/${JSON.stringify(keys)}`, sql: 'SELECT * FROM book', params: [], order: keys };
}

function sqlOrder(keys: readonly SortKey[]): string {
  return keys.map(({ sql, descending }) => `${sql} ${descending ? 'DESC' : 'ASC'} NULLS LAST`).join(', ');
}

/** Reads page after page, with `between` called after each. */
async function readAll(
  list: KeysetList,
  first: number,
  between: () => Promise<void> = async () => {},
): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ; ) {
    const page: Page<Row> = await keysetPage<Row>(graph.db, list, { first, after });
    ids.push(...page.rows.map(({ node }) => node.id));
    if (!page.hasNextPage) return ids;
    after = page.rows.at(-1)?.cursor ?? null;
    await between();
  }
}

test('pages of any size give each row once, in order, whatever the ties, nulls and directions', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(book, { maxLength: 25 }),
      order,
      fc.integer({ min: 1, max: 9 }),
      async (books, keys, first) => {
        await graph.db.query('DELETE FROM book');
        await insert(books);
        const expected: Row[] = await graph.db.query(`SELECT id FROM book ORDER BY ${sqlOrder(keys)}`);
        expect(await readAll(listBy(keys), first)).toEqual(expected.map(({ id }) => id));
        expect(await countRows(graph.db, listBy(keys))).toBe(books.length);
      },
    ),
    { numRuns: 60 },
  );
});

test('orders whose keys are never null and go one way hold to the same', async () => {
  const never = [
    ...SORTABLE.filter(({ notNull }) => notNull),
    { sql: 'id', type: 'text', notNull: true } as const,
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.array(book, { maxLength: 25 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 9 }),
      async (books, descending, first) => {
        await graph.db.query('DELETE FROM book');
        await insert(books);
        const keys = never.map((key) => ({ ...key, descending }));
        const expected: Row[] = await graph.db.query(`SELECT id FROM book ORDER BY ${sqlOrder(keys)}`);
        expect(await readAll(listBy(keys), first)).toEqual(expected.map(({ id }) => id));
      },
    ),
    { numRuns: 30 },
  );
});

/** Between two pages a row appears at the very start of the order and another one goes. */
async function disturb(round: number): Promise<void> {
  await insert([{ title: '', pages: 999 }], `new${round}-`);
  await graph.db.query(`DELETE FROM book WHERE id = $1`, [`gone${round}`]);
}

async function disturbedLibrary(): Promise<string[]> {
  await insert(
    Array.from({ length: 12 }, (_, index) => ({ title: `t${index % 3}`, pages: (index % 4) + 1 })),
    'kept',
  );
  await insert(
    Array.from({ length: 8 }, () => ({ title: 't0', pages: 4 })),
    'gone',
  );
  return Array.from({ length: 12 }, (_, index) => `kept${index}`).sort();
}

const byPages: SortKey[] = [
  { sql: 'pages', type: 'bigint', descending: true },
  { sql: 'id', type: 'text' },
];

test('rows inserted and deleted between pages neither hide nor repeat a row that was there throughout', async () => {
  const kept = await disturbedLibrary();
  let round = 0;
  const read = await readAll(listBy(byPages), 3, () => disturb(round++));
  expect(read.filter((id) => id.startsWith('kept')).sort()).toEqual(kept);
});

test.each(['insert', 'delete'])(
  'negative control: with OFFSET, an %s between pages breaks that promise',
  async (change) => {
    const kept = await disturbedLibrary();
    const read: string[] = [];
    for (let offset = 0; ; offset += 3) {
      const rows: Row[] = await graph.db.query(
        `SELECT id FROM book ORDER BY ${sqlOrder(byPages)} LIMIT 3 OFFSET ${offset}`,
      );
      if (rows.length === 0) break;
      read.push(...rows.map(({ id }) => id));
      if (change === 'insert' && offset < 30) await insert([{ title: '', pages: 999 }], `new${offset}-`);
      if (change === 'delete') await graph.db.query(`DELETE FROM book WHERE id = $1`, [`gone${offset / 3}`]);
    }
    expect(read.filter((id) => id.startsWith('kept')).sort()).not.toEqual(kept);
  },
);

test('the pages of many owners are those that each would get alone, in one statement whatever their number', async () => {
  const owners = Array.from({ length: 50 }, (_, index) => `a${index}`);
  await graph.db.query('INSERT INTO author SELECT id, id FROM unnest($1::text[]) AS id', [owners]);
  await insert(
    Array.from({ length: 150 }, (_, index) => ({
      title: `t${index % 7}`,
      author_id: `a${(index * index) % 47}`,
    })),
  );
  const listOf = (ids: readonly string[]): KeysetList => ({
    name: 'author-books/TITLE',
    sql: 'SELECT id, title, author_id AS owner FROM book WHERE author_id = ANY($1)',
    params: [ids],
    order: [
      { sql: 'title', type: 'text' },
      { sql: 'id', type: 'text' },
    ],
  });
  const first = await keysetPage(graph.db, listOf(owners), { first: 30 });
  for (const after of [null, first.rows.at(-1)?.cursor ?? null]) {
    const pages = await keysetPages<Row>(graph.db, listOf(owners), { first: 2, after });
    const idsOf = (page: { rows: { cursor: string; node: Row }[] } | undefined) =>
      page?.rows.map(({ cursor, node }) => [node.id, cursor]) ?? [];
    for (const owner of owners) {
      const alone = await keysetPage<Row>(graph.db, listOf([owner]), { first: 2, after });
      const among = pages.get(owner);
      expect([owner, idsOf(among), among?.hasNextPage ?? false]).toEqual([
        owner,
        idsOf(alone),
        alone.hasNextPage,
      ]);
    }
  }
  const statements = (ids: readonly string[]) =>
    graph.statementsOf(() => keysetPages(graph.db, listOf(ids), { first: 2 }));
  expect([(await statements(['a0'])).length, (await statements(owners)).length]).toEqual([1, 1]);
  const totals = await countRowsByOwner(graph.db, listOf(owners));
  expect([...totals.values()].reduce((sum, total) => sum + total, 0)).toBe(150);
});

test('French names are sorted as a dictionary does, page after page', async () => {
  await insert(
    ['Zola', 'Éluard', 'Eco', 'Œdipe', 'Odile', 'élan', 'Orsenna', 'eluard'].map((title) => ({ title })),
  );
  const list = listBy([
    { sql: 'title COLLATE extensions.french', type: 'text' },
    { sql: 'id', type: 'text' },
  ]);
  const titles: { id: string; title: string }[] = await graph.db.query('SELECT id, title FROM book');
  const titleOf = new Map(titles.map(({ id, title }) => [id, title]));
  const read = await readAll(list, 2);
  expect(read.map((id) => titleOf.get(id))).toEqual([
    'Eco',
    'élan',
    'eluard',
    'Éluard',
    'Odile',
    'Œdipe',
    'Orsenna',
    'Zola',
  ]);
});
