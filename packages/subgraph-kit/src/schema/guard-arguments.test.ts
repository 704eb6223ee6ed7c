import { afterAll, beforeAll, expect, test } from 'vitest';
import { library } from '../testing/library/library.fixture.ts';
import { type TestSubgraph, testSubgraph } from '../testing/test-subgraph.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(library);
});
afterAll(() => graph.stop());

const ECHO = 'query ($text: String, $input: AddBookInput) { echo(text: $text, input: $input) }';
const book = { idempotencyKey: 'k', title: 't', pages: 1 };

test.each([
  ['U+0000', { text: 'a\u0000b' }, 'text', '« text » contient un caractère interdit.'],
  ['a lone high surrogate', { text: '\ud83d!' }, 'text', '« text » contient un caractère interdit.'],
  ['a lone low surrogate', { text: '\ude00' }, 'text', '« text » contient un caractère interdit.'],
  ['10 001 characters', { text: 'a'.repeat(10_001) }, 'text', '« text » dépasse 10000 caractères.'],
  [
    'U+0000 in an input',
    { input: { ...book, title: '\u0000' } },
    'input.title',
    '« input.title » contient un caractère interdit.',
  ],
  [
    'U+0000 in a list of an input',
    { input: { ...book, keywords: ['a', '\u0000'] } },
    'input.keywords',
    '« input.keywords » contient un caractère interdit.',
  ],
  [
    'a list of 101 items',
    { input: { ...book, keywords: Array.from({ length: 101 }, () => 'a') } },
    'input.keywords',
    '« input.keywords » compte 100 éléments au plus.',
  ],
])('%s is refused and the argument named', async (_kind, variables, argument, message) => {
  const { errors } = await graph.run(ECHO, variables);
  expect(errors).toEqual([{ message, path: ['echo'], extensions: { code: 'BAD_USER_INPUT', argument } }]);
});

test('U+0000 in a literal is refused too', async () => {
  const { errors } = await graph.run(String.raw`{ echo(text: "\u0000") }`);
  expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument: 'text' }]);
});

test.each(['', 'Œuvre d’été', '😀', '\u0001\t\n', 'a'.repeat(10_000)])(
  'text that PostgreSQL can hold goes through',
  async (text) => {
    const { data } = await graph.run(ECHO, { text });
    expect(JSON.parse(String(data?.['echo'])).text).toBe(text);
    expect(await graph.db.query('SELECT $1::text AS text', [text])).toEqual([{ text }]);
  },
);

test('a list of 100 items goes through', async () => {
  const keywords = Array.from({ length: 100 }, (_, index) => `k${index}`);
  const { data } = await graph.run(ECHO, { input: { ...book, keywords } });
  expect(JSON.parse(String(data?.['echo'])).keywords).toEqual(keywords);
});
