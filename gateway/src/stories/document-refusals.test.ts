import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Guard } from '../guards.ts';
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts';

let graph: TestPlatform;
beforeAll(async () => {
  graph = await testPlatform({ mode: 'one process' });
});
afterAll(() => graph.stop());

const many = (count: number, each: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => each(index)).join(' ');

async function ask(body: unknown, url = graph.url) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  const { errors = [] } = JSON.parse(text) as { errors?: { extensions: { code: string } }[] };
  return {
    status: response.status,
    codes: [...new Set(errors.map(({ extensions }) => extensions.code))],
    few: errors.length <= 5,
    short: text.length <= 4_096,
  };
}
const refused = (code: string, status = 400) => ({ status, codes: [code], few: true, short: true });

test.each<[string, unknown, string]>([
  ['5 000 times __typename', { query: `{ ${'__typename '.repeat(5_000)} }` }, 'OPERATION_LIMIT'],
  ['400 times __typename', { query: `{ ${'__typename '.repeat(400)} }` }, 'OPERATION_LIMIT'],
  ['101 aliases of __typename', { query: `{ ${many(101, (i) => `a${i}: __typename`)} }` }, 'OPERATION_LIMIT'],
  ['1 000 aliases', { query: `{ ${many(1_000, (i) => `a${i}: calls { id }`)} }` }, 'OPERATION_LIMIT'],
  [
    'aliases in a fragment',
    { query: `{ ...x } fragment x on Query { ${many(100, (i) => `a${i}: calls { id }`)} }` },
    'OPERATION_LIMIT',
  ],
  [
    'a chain of 2 000 fragments',
    {
      query: `{ ...f0 } ${many(2_000, (i) => `fragment f${i} on Query { ...f${i + 1} }`)} fragment f2000 on Query { __typename }`,
    },
    'OPERATION_LIMIT',
  ],
  [
    'fragments that double each other',
    {
      query: `{ ...f0 } ${many(25, (i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`)} fragment f25 on Query { __typename }`,
    },
    'OPERATION_LIMIT',
  ],
  [
    'a variable of the name that the gateway gives to keys',
    {
      query:
        'query ($representations: Int = 5) { territory(code: "COM:92050") { laureates(first: $representations) { totalCount } } }',
    },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['a cycle of fragments', { query: '{ ...a } fragment a on Query { ...a }' }, 'GRAPHQL_VALIDATION_FAILED'],
  ['1 000 directives', { query: `{ __typename ${'@include(if: true) '.repeat(1_000)} }` }, 'OPERATION_LIMIT'],
  ['ten unknown directives', { query: `{ __typename ${'@aa'.repeat(10)} }` }, 'OPERATION_LIMIT'],
  [
    '100 operations of one name',
    { query: 'query Q { __typename } '.repeat(100), operationName: 'Q' },
    'OPERATION_LIMIT',
  ],
  [
    '2 000 variables',
    { query: `query (${many(2_000, (i) => `$v${i}: Int`)}) { __typename }` },
    'OPERATION_LIMIT',
  ],
  [
    'nested lists',
    { query: `{ calls(a: ${'['.repeat(10_000)}${']'.repeat(10_000)}) { id } }` },
    'OPERATION_LIMIT',
  ],
  [
    'a flood of wrong values',
    {
      query: 'query ($f: OrganizationFilter) { organizations(filter: $f) { totalCount } }',
      variables: { f: { sirets: Array.from({ length: 2_000 }, () => 1) } },
    },
    'OPERATION_LIMIT',
  ],
  [
    'a small flood of wrong values',
    {
      query: 'query ($f: OrganizationFilter) { organizations(filter: $f) { totalCount } }',
      variables: { f: { sirets: Array.from({ length: 900 }, () => 1) } },
    },
    'BAD_USER_INPUT',
  ],
  [
    'a variable of 11 levels',
    { query: '{ __typename }', variables: { a: [[[[[[[[[[1]]]]]]]]]] } },
    'OPERATION_LIMIT',
  ],
  [
    'variables 20 000 levels deep',
    `{"query":"{ __typename }","variables":{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`,
    'BAD_REQUEST',
  ],
  [
    'thirty unknown fields',
    { query: `{ calls { ${many(30, (i) => `unknown${i}`)} } }` },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['an unknown field of 50 kB', { query: `{ ${'z'.repeat(50_000)} }` }, 'GRAPHQL_VALIDATION_FAILED'],
  ['a subscription', { query: 'subscription { __typename }' }, 'GRAPHQL_VALIDATION_FAILED'],
  ['a batch', [{ query: '{ __typename }' }], 'BAD_REQUEST'],
  ['an empty batch', [], 'BAD_REQUEST'],
  ['an unknown operation', { query: 'query A { __typename }', operationName: 'B' }, 'BAD_USER_INPUT'],
])('%s is refused in a few words', async (_case, body, code) => {
  expect(await ask(body)).toEqual(refused(code));
});

test.each([
  ['10 aliases', { query: `{ ${many(10, (i) => `a${i}: __typename`)} }` }],
  ['an operation name of 50 kB', { query: `query ${'Q'.repeat(50_000)} { __typename }` }],
])('%s are fine', async (_case, body) => {
  expect(await ask(body)).toMatchObject({ status: 200, codes: [] });
});

test('a document that is too large is refused alone: what validation would say of it is not even looked for', async () => {
  const without: Guard[] = ['token-limit'];
  const open = await testPlatform({ mode: 'one process', without: new Set(without) });
  try {
    const chain = many(2_000, (i) => `fragment f${i} on Nothing { ...f${i + 1} unknown }`);
    expect(
      await ask({ query: `{ ...f0 } ${chain} fragment f2000 on Query { __typename }` }, open.url),
    ).toEqual(refused('OPERATION_LIMIT'));
  } finally {
    await open.stop();
  }
});

const ALIASED = '{ territory(code: "COM:92050") { id: name grantSummary { awarded } } }';

test.each([
  ['a key', ALIASED],
  ['another field', '{ laureates(first: 1) { nodes { summary: applicantName } } }'],
  ['a field of a member', '{ node(id: "COM:92050") { name: id } }'],
  ['a type name', '{ calls { __typename: title } }'],
  ['what begins with __', '{ calls { __x: title } }'],
])('an alias that is the name of %s is refused', async (_case, query) => {
  expect(await ask({ query })).toEqual(refused('GRAPHQL_VALIDATION_FAILED'));
});

test('without that guard the answer is wrong, and says nothing', async () => {
  const open = await testPlatform({ mode: 'one process', without: new Set(['alias-names']) });
  try {
    const { data, errors } = await open.query<{ territory: { id: string } }>(ALIASED);
    // Nanterre was asked for under this name.
    expect({ errors, id: data?.territory.id }).toEqual({ errors: [], id: 'COM:92050' });
  } finally {
    await open.stop();
  }
});

test('each guard that is taken away lets through what it refused', async () => {
  const flood = {
    query: 'query ($f: OrganizationFilter) { organizations(filter: $f) { totalCount } }',
    variables: { f: { sirets: Array.from({ length: 1_200 }, () => 1) } },
  };
  const without: Guard[] = ['variable-value-limit', 'error-limit', 'known-operation', 'token-limit'];
  const open = await testPlatform({ mode: 'one process', without: new Set(without) });
  try {
    const comments = `{ ${many(1_600, () => '# \n')} __typename }`;
    const long = `query (${many(25, (i) => `$v${i}: [Int!] = [${'1 '.repeat(70)}]`)}) { __typename }`;
    const outcomes = [
      (await ask(flood, open.url)).codes,
      (await ask(flood, open.url)).few,
      (await ask({ query: 'subscription { __typename }' }, open.url)).codes,
      (await ask({ query: long }, open.url)).codes,
      (await ask({ query: comments })).status,
    ];
    expect(outcomes).toEqual([
      ['BAD_USER_INPUT'],
      false,
      ['BAD_USER_INPUT'],
      ['GRAPHQL_VALIDATION_FAILED'],
      200,
    ]);
  } finally {
    await open.stop();
  }
});
