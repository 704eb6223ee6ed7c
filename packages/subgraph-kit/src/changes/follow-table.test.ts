import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { copiedRows, reader } from '../testing/library/library.fixture.ts';
import { type TestSubgraph, testSubgraph } from '../testing/test-subgraph.ts';
import { followTable } from './follow-table.ts';

let copy: TestSubgraph;
beforeAll(async () => {
  copy = await testSubgraph(reader);
});
afterAll(() => copy.stop());

const follow = followTable({
  from: 'library',
  topic: 'book',
  table: 'book_copy',
  row: z.object({ id: z.string(), name: z.string() }).transform(({ id, name }) => ({ id, title: name })),
});
const sent = (id: string, value: unknown) => ({ key: id, value });

test('a table holds what the sibling sends, under its own columns, until the sibling takes it back', async () => {
  const books = async () => ((await copiedRows(copy.db)) as { books: { id: string; title: string }[] }).books;
  const one = { id: 'b1', title: 'One', pages: null };
  await follow.apply(
    copy.db,
    [sent('b1', { id: 'b1', name: 'One' }), sent('b2', { id: 'b2', name: 'Two' })],
    [],
  );
  const both = await books();
  await follow.apply(copy.db, [sent('b1', { id: 'b1', name: 'One' })], ['b2']);
  const left = await books();
  await follow.reset(copy.db);
  expect([both, left, await books()]).toEqual([[one, { id: 'b2', title: 'Two', pages: null }], [one], []]);
});

test('what is not of the agreed shape is refused', async () => {
  await expect(follow.apply(copy.db, [sent('b1', { id: 'b1' })], [])).rejects.toThrow(z.ZodError);
});
