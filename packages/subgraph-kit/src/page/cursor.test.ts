import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { library } from '../testing/library/library.fixture.ts';
import { type TestSubgraph, testSubgraph } from '../testing/test-subgraph.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(library);
  await graph.db.query(
    `INSERT INTO author VALUES ('a', 'A'); INSERT INTO book (id, title, author_id) VALUES ('b1', 'B', 'a'), ('b2', 'B', 'a')`,
  );
});
afterAll(() => graph.stop());

const BOOKS =
  'query ($first: Int, $after: String, $order: BookOrder) { books(first: $first, after: $after, order: $order) { nodes { id } pageInfo { hasNextPage endCursor } totalCount } }';

function outcome({ data, errors }: Awaited<ReturnType<TestSubgraph['run']>>): unknown {
  return { data, errors: errors?.map(({ extensions }) => extensions) };
}

function endCursorOf(connection: unknown): string {
  return z.object({ pageInfo: z.object({ endCursor: z.string() }) }).parse(connection).pageInfo.endCursor;
}

function refusal(argument: string): unknown {
  return { data: null, errors: [{ code: 'BAD_USER_INPUT', argument }] };
}

test('a cursor gives its keys back', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.array(fc.option(fc.string({ unit: 'binary' })), { maxLength: 4 }),
      (list, keys) => {
        const wellFormed = keys.map((key) => key?.toWellFormed() ?? null);
        expect(decodeCursor(list, encodeCursor(list, wellFormed), keys.length)).toEqual(wellFormed);
      },
    ),
  );
});

test('a cursor that differs by one character is refused', () => {
  const cursor = encodeCursor('books', ['Été', null, 'b1']);
  fc.assert(
    fc.property(fc.nat(cursor.length - 1), fc.constantFrom(...'abcXYZ019-_+/= \n'), (at, character) => {
      fc.pre(cursor[at] !== character);
      expect(() => decodeCursor('books', cursor.slice(0, at) + character + cursor.slice(at + 1), 3)).toThrow(
        'Ce curseur',
      );
      expect(() => decodeCursor('books', cursor.slice(0, at) + character + cursor.slice(at), 3)).toThrow(
        'Ce curseur',
      );
    }),
  );
});

test.each([
  ['empty', () => ''],
  ['invented', () => 'b1'],
  ['truncated', (cursor: string) => cursor.slice(0, -3)],
  ['prolonged', (cursor: string) => `${cursor}=`],
  ['made for another order', () => encodeCursor('books/PAGES_DESC', [null, 'b1'])],
  ['made for another list', () => encodeCursor('author-books/TITLE_ASC', ['B', 'b1'])],
  ['made for an order with more keys', () => encodeCursor('books/TITLE_ASC', ['B', null, 'b1'])],
])('a cursor that is %s is refused and names its argument', async (_kind, forge) => {
  const cursor = endCursorOf((await graph.run(BOOKS, { first: 1 })).data?.['books']);
  expect(outcome(await graph.run(BOOKS, { first: 1, after: forge(cursor) }))).toEqual(refusal('after'));
});

test('a cursor of a nested list does not serve in the root one', async () => {
  const { data } = await graph.run('{ authors { books(first: 1) { pageInfo { endCursor } } } }');
  const [author] = z.array(z.object({ books: z.unknown() })).parse(data?.['authors']);
  expect(outcome(await graph.run(BOOKS, { after: endCursorOf(author?.books) }))).toEqual(refusal('after'));
});

test.each([0, -1, 101, 2_147_483_647])('first: %i is refused and names its argument', async (first) => {
  expect(outcome(await graph.run(BOOKS, { first }))).toEqual(refusal('first'));
});

test('a page tells what precedes and follows it, and the exact total', async () => {
  const first = await graph.run(BOOKS, { first: 1 });
  const second = await graph.run(BOOKS, { first: 100, after: endCursorOf(first.data?.['books']) });
  expect([first.data, second.data]).toEqual([
    {
      books: {
        nodes: [{ id: 'b1' }],
        pageInfo: { hasNextPage: true, endCursor: encodeCursor('books/TITLE_ASC', ['B', 'b1']) },
        totalCount: 2,
      },
    },
    {
      books: {
        nodes: [{ id: 'b2' }],
        pageInfo: { hasNextPage: false, endCursor: encodeCursor('books/TITLE_ASC', ['B', 'b2']) },
        totalCount: 2,
      },
    },
  ]);
});
