import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { library } from '../testing/library/library.fixture.ts';
import { type TestSubgraph, testSubgraph } from '../testing/test-subgraph.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(library);
});
afterAll(() => graph.stop());
beforeEach(() => graph.db.query('DELETE FROM book; DELETE FROM idempotency_key;'));

const ADD = `mutation ($input: AddBookInput!) {
  addBook(input: $input) {
    __typename
    ... on AddBookSuccess { bookId }
    ... on UserError { code message path }
    ... on ValidationError { problems { code message path } }
    ... on ConflictError { currentVersion }
  }
}`;

async function add(input: object): Promise<unknown> {
  const { data, errors } = await graph.run(ADD, { input });
  return errors ?? data?.['addBook'];
}

async function titles(): Promise<string[]> {
  const rows: { title: string }[] = await graph.db.query('SELECT title FROM book ORDER BY title');
  return rows.map(({ title }) => title);
}

test('every problem is told at once, each with its path, and nothing is written', async () => {
  expect(await add({ idempotencyKey: 'k', title: ' ', pages: 0 })).toEqual({
    __typename: 'ValidationError',
    code: 'VALIDATION',
    message: '2 points sont à corriger.',
    path: null,
    problems: [
      { code: 'TITLE_BLANK', message: 'Le titre est vide.', path: ['title'] },
      { code: 'PAGES_BELOW_ONE', message: 'Un livre a au moins une page.', path: ['pages'] },
    ],
  });
  expect(await titles()).toEqual([]);
});

test('a problem alone gives its own message and path to the refusal', async () => {
  const problem = { code: 'PAGES_BELOW_ONE', message: 'Un livre a au moins une page.', path: ['pages'] };
  expect(await add({ idempotencyKey: 'k', title: 'Livre', pages: 0 })).toEqual({
    __typename: 'ValidationError',
    ...problem,
    code: 'VALIDATION',
    problems: [problem],
  });
});

test('a success, repeated, is the same success; the key with another body is a conflict', async () => {
  const input = { idempotencyKey: 'k', title: 'Livre', pages: 3 };
  const success = { __typename: 'AddBookSuccess', bookId: 'Livre' };
  const conflict = {
    __typename: 'ConflictError',
    code: 'CONFLICT',
    message: 'Cette clé a déjà servi à un autre livre.',
    path: null,
    currentVersion: null,
  };
  expect([await add(input), await add(input), await add({ ...input, title: 'Autre' })]).toEqual([
    success,
    success,
    conflict,
  ]);
  expect(await titles()).toEqual(['Livre']);
});

test('a refusal corrected leaves the key usable', async () => {
  await add({ idempotencyKey: 'k', title: ' ', pages: 1 });
  expect(await add({ idempotencyKey: 'k', title: 'Livre', pages: 1 })).toEqual({
    __typename: 'AddBookSuccess',
    bookId: 'Livre',
  });
});
