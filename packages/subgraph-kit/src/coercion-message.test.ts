import { parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { library } from './testing/library/library.fixture.ts';
import { type TestSubgraph, testSubgraph } from './testing/test-subgraph.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(library);
});
afterAll(() => graph.stop());

const VARIABLES =
  'query ($text: String, $day: Date, $at: DateTime, $amount: SafeInt, $order: BookOrder, $input: AddBookInput) { echo(text: $text, day: $day, at: $at, amount: $amount, order: $order, input: $input) }';
const book = { idempotencyKey: 'k', title: 't', pages: 1 };
const DAY = 'Une date du calendrier est attendue, sous la forme AAAA-MM-JJ.';
const INSTANT = 'Un instant est attendu, sous la forme 2025-11-20T10:00:00Z ou 2025-11-20T11:00:00+01:00.';
const WHOLE = 'Un nombre entier est attendu, entre −9007199254740991 et 9007199254740991.';

async function refusalsOf(query: string, variables: Record<string, unknown> = {}): Promise<unknown> {
  const { errors } = await graph.run(query, variables);
  return errors?.map(({ message, extensions }) => ({ message, ...extensions }));
}

function refused(argument: string, message: string): unknown {
  return [{ message, code: 'BAD_USER_INPUT', argument }];
}

test.each([
  [{ order: 'secret' }, 'order', '« order » n’est pas l’une des valeurs prévues.'],
  [{ order: 'TITLE_AS' }, 'order', '« order » n’est pas l’une des valeurs prévues.'],
  [{ order: 3 }, 'order', '« order » n’est pas l’une des valeurs prévues.'],
  [{ text: 3 }, 'text', '« text » doit être un texte.'],
  [{ text: ['secret'] }, 'text', '« text » doit être un texte.'],
  [{ input: 'secret" at "order.title"; ' }, 'input', '« input » doit être un objet.'],
  [{ input: { ...book, title: null } }, 'input.title', '« input.title » ne peut pas être nul.'],
  [{ input: { ...book, title: { a: 'secret' } } }, 'input.title', '« input.title » doit être un texte.'],
  [
    { input: { ...book, pages: 1.5 } },
    'input.pages',
    '« input.pages » doit être un nombre entier, de −2147483648 à 2147483647.',
  ],
  [
    { input: { ...book, pages: 2 ** 31 } },
    'input.pages',
    '« input.pages » doit être un nombre entier, de −2147483648 à 2147483647.',
  ],
  [
    { input: { ...book, keywords: ['a', 3] } },
    'input.keywords[1]',
    '« input.keywords[1] » doit être un texte.',
  ],
  [{ input: { idempotencyKey: 'k', pages: 1 } }, 'input.title', '« input.title » est obligatoire.'],
  [{ input: { ...book, titre: 'secret' } }, 'input.titre', '« input » n’a pas de champ « titre ».'],
  [{ input: { ...book, '<b>': 'secret' } }, 'input', '« input » n’a pas la forme attendue.'],
  [{ day: '2025-02-30' }, 'day', DAY],
  [{ day: '20250101' }, 'day', DAY],
  [{ day: '0000-01-01' }, 'day', DAY],
  [{ day: 20250101 }, 'day', DAY],
  [{ at: '2025-02-30T10:00:00Z' }, 'at', INSTANT],
  [{ at: '2025-11-20' }, 'at', INSTANT],
  [{ at: '2025-11-20T10:00:00' }, 'at', INSTANT],
  [{ at: '2025-11-20T25:00:00Z' }, 'at', INSTANT],
  [{ at: 1_700_000_000 }, 'at', INSTANT],
  [{ at: '9999-12-31T23:59:59-05:00' }, 'at', INSTANT],
  [{ at: '9999-12-30T00:00:00Z' }, 'at', INSTANT],
  [{ at: '0001-01-01T00:00:00+14:00' }, 'at', INSTANT],
  [{ at: '0001-01-02T23:59:59.999Z' }, 'at', INSTANT],
  [{ amount: 1.5 }, 'amount', WHOLE],
  [{ amount: 2 ** 53 }, 'amount', WHOLE],
  [{ amount: '12' }, 'amount', WHOLE],
])('variables %j are refused, naming %s', async (variables, argument, message) => {
  expect(await refusalsOf(VARIABLES, variables)).toEqual(refused(argument, message));
});

test('two wrong variables are told at once', async () => {
  expect(await refusalsOf(VARIABLES, { text: 3, amount: 1.5 })).toEqual([
    ...(refused('text', '« text » doit être un texte.') as unknown[]),
    ...(refused('amount', WHOLE) as unknown[]),
  ]);
});

test.each([
  ['query ($ids: [ID!]!) { authorsById(ids: $ids) { id } }', {}, 'ids', '« ids » est obligatoire.'],
  [
    'query ($ids: [ID!]!) { authorsById(ids: $ids) { id } }',
    { ids: null },
    'ids',
    '« ids » ne peut pas être nul.',
  ],
  [
    'query ($ids: [ID!]!) { authorsById(ids: $ids) { id } }',
    { ids: ['a', null] },
    'ids[1]',
    '« ids[1] » ne peut pas être nul.',
  ],
  [
    'query ($ids: [ID!]!) { authorsById(ids: $ids) { id } }',
    { ids: [{}] },
    'ids[0]',
    '« ids[0] » doit être un identifiant.',
  ],
  ['{ authorsById { id } }', {}, 'ids', '« ids » est obligatoire.'],
  ['{ authorsById(ids: null) { id } }', {}, 'ids', '« ids » ne peut pas être nul.'],
  ['query ($ids: [ID!]) { authorsById(ids: $ids) { id } }', {}, 'ids', '« ids » est obligatoire.'],
  ['{ authorsById(ids: {a: 3}) { id } }', {}, 'ids', '« ids » n’a pas la forme attendue.'],
  ['{ echo(order: secret) }', {}, 'order', '« order » n’a pas la forme attendue.'],
  ['{ echo(day: "2025-02-30") }', {}, 'day', '« day » n’a pas la forme attendue.'],
])(
  '%s with %j, unvalidated, is refused at execution, naming %s',
  async (query, variables, argument, message) => {
    expect(await refusalsOf(query, variables)).toEqual(refused(argument, message));
  },
);

test.each([
  ['{ echo(day: "2025-02-30") }', DAY],
  ['{ echo(day: 20250101) }', DAY],
  ['{ echo(at: "2025-02-30T10:00:00Z") }', INSTANT],
  ['{ echo(amount: 1.5) }', WHOLE],
  ['{ echo(amount: 9007199254740992) }', WHOLE],
])('the literal of %s is refused by validation as a wrong value', (query, message) => {
  const errors = validate(library.schema(), parse(query));
  expect(errors.map((error) => graph.open.present(error, 'r').message)).toEqual([message]);
  expect(errors.map((error) => graph.open.present(error, 'r').extensions)).toEqual([
    { code: 'BAD_USER_INPUT' },
  ]);
});

test('right values arrive as they are', async () => {
  const { data } = await graph.run(VARIABLES, {
    text: 'é',
    day: '2024-02-29',
    at: '2025-11-20T11:00:00+01:00',
    amount: -(2 ** 53 - 1),
    order: 'TITLE_ASC',
    input: book,
  });
  expect(JSON.parse(String(data?.['echo']))).toEqual({
    text: 'é',
    day: '2024-02-29',
    at: '2025-11-20T10:00:00.000Z',
    amount: -(2 ** 53 - 1),
    order: 'TITLE_ASC',
    title: 't',
    keywords: [],
  });
});

test.each(['0001-01-03T00:00:00Z', '9999-12-29T23:59:59.999Z'])(
  'the instant %s is far enough from the ends of the calendar',
  async (at) => {
    const { data } = await graph.run(VARIABLES, { at });
    expect(JSON.parse(String(data?.['echo'])).at).toBe(new Date(at).toISOString());
  },
);
