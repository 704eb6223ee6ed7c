import { afterAll, beforeAll, expect, test } from 'vitest';
import { MODES, type Mode, type TestPlatform, testPlatform } from '../testing/test-platform.ts';

type Request = { query?: string; variables?: Record<string, unknown>; body?: string };
type Expected = { status: number; code: string; argument?: string | undefined };
type Row = { title: string; request: Request; expected: Expected };

const badInput = (argument?: string): Expected => ({ status: 200, code: 'BAD_USER_INPUT', argument });
const invalidVariable = (argument?: string): Expected => ({ status: 400, code: 'BAD_USER_INPUT', argument });
const invalidDocument: Expected = { status: 400, code: 'GRAPHQL_VALIDATION_FAILED' };

/** A cursor of another list is fetched from the graph when the table runs. */
const FOREIGN = '<cursor of another list>';

const ROWS: readonly Row[] = [
  {
    title: 'malformed territory code',
    request: { query: '{ territory(code: "92050") { name } }' },
    expected: badInput('code'),
  },
  {
    title: 'malformed territory in a filter',
    request: { query: '{ laureates(filter: { within: "COM:9205" }) { totalCount } }' },
    expected: badInput('filter.within'),
  },
  {
    title: 'malformed SIRET',
    request: { query: '{ organization(siret: "73282932000079") { name } }' },
    expected: badInput('siret'),
  },
  {
    title: 'malformed SIRET of a SIAE',
    request: { query: '{ siae(siret: "1") { id } }' },
    expected: badInput('siret'),
  },
  {
    title: 'first: 0',
    request: { query: '{ laureates(first: 0) { totalCount nodes { id } } }' },
    expected: badInput('first'),
  },
  {
    title: 'first: 101',
    request: { query: '{ events(first: 101) { nodes { id } } }' },
    expected: badInput('first'),
  },
  {
    title: 'forged cursor',
    request: { query: '{ organizations(after: "Zm9yZ2Vk") { nodes { id } } }' },
    expected: badInput('after'),
  },
  {
    title: 'foreign cursor',
    request: {
      query: 'query ($after: String) { siaes(after: $after) { nodes { id } } }',
      variables: { after: FOREIGN },
    },
    expected: badInput('after'),
  },
  {
    title: 'unknown enum as a variable',
    request: {
      query: 'query ($order: LaureateOrder!) { laureates(orderBy: $order) { totalCount } }',
      variables: { order: 'BEST' },
    },
    expected: invalidVariable('order'),
  },
  {
    title: 'unknown enum as a literal',
    request: { query: '{ laureates(orderBy: BEST) { totalCount } }' },
    expected: invalidDocument,
  },
  { title: 'unknown field', request: { query: '{ laureates { secrets } }' }, expected: invalidDocument },
  {
    title: 'null byte in a literal',
    request: { query: '{ territorySearch(search: "a\\u0000b") { name } }' },
    expected: badInput('search'),
  },
  {
    title: 'null byte in a variable',
    request: {
      query: 'query ($s: String!) { laureates(filter: { search: $s }) { totalCount } }',
      variables: { s: 'a\u0000' },
    },
    expected: badInput('filter.search'),
  },
  {
    title: 'impossible date as a variable',
    request: {
      query: 'query ($from: DateTime) { events(filter: { from: $from }) { totalCount } }',
      variables: { from: '2026-02-30T00:00:00Z' },
    },
    expected: invalidVariable('from'),
  },
  {
    title: 'impossible date as a literal',
    request: { query: '{ laureates(filter: { asOf: "2026-02-30" }) { totalCount } }' },
    expected: { status: 400, code: 'BAD_USER_INPUT' },
  },
  {
    title: 'malformed id of a node',
    request: { query: '{ node(id: "CALL:3") { id } }' },
    expected: badInput('id'),
  },
  {
    title: 'lists that multiply',
    request: {
      query: '{ territory(code: "REG:11") { contains(level: COMMUNE) { within { contains { code } } } } }',
    },
    expected: { status: 400, code: 'OPERATION_LIMIT' },
  },
  {
    title: 'unknown operation name',
    request: { body: JSON.stringify({ query: 'query A { __typename }', operationName: 'C' }) },
    expected: { status: 400, code: 'BAD_USER_INPUT', argument: 'operationName' },
  },
  {
    title: 'a batch',
    request: { body: JSON.stringify([{ query: '{ __typename }' }]) },
    expected: { status: 400, code: 'BAD_REQUEST' },
  },
  {
    title: '2 000 brackets',
    request: { query: `{ a(b: ${'['.repeat(2_000)}${']'.repeat(2_000)}) }` },
    expected: { status: 400, code: 'OPERATION_LIMIT' },
  },
  {
    title: '200 aliases',
    request: { query: `{ ${Array.from({ length: 200 }, (_, i) => `a${i}: calls { id }`).join(' ')} }` },
    expected: { status: 400, code: 'OPERATION_LIMIT' },
  },
  {
    title: 'a list of 101 in a filter',
    request: {
      query: 'query ($e: [Int!]) { laureates(filter: { editions: $e }) { totalCount } }',
      variables: { e: Array.from({ length: 101 }, (_, i) => i) },
    },
    expected: badInput('filter.editions'),
  },
  {
    title: 'a document of 50 000 brackets',
    request: { query: `{ a(b: ${'['.repeat(50_000)}` },
    expected: { status: 400, code: 'OPERATION_LIMIT' },
  },
  {
    title: 'syntax error',
    request: { query: '{ laureates' },
    expected: { status: 400, code: 'GRAPHQL_PARSE_FAILED' },
  },
  {
    title: 'body of 1 MB',
    request: { body: JSON.stringify({ query: `{ a(b: "${'x'.repeat(1_000_000)}") }` }) },
    expected: { status: 413, code: 'BAD_REQUEST' },
  },
  { title: 'body that is no JSON', request: { body: '{' }, expected: { status: 400, code: 'BAD_REQUEST' } },
];

const LEAKS =
  /Maximum call stack|\bat .+:\d+:\d+|node_modules|SELECT |INSERT |ECONNREFUSED|127\.0\.0\.1|localhost/;

const graphs = new Map<Mode, TestPlatform>();
beforeAll(async () => {
  for (const mode of MODES) graphs.set(mode, await testPlatform({ mode }));
});
afterAll(async () => {
  for (const graph of graphs.values()) await graph.stop();
});

async function ask(graph: TestPlatform, { query, variables = {}, body }: Request) {
  const filled = { ...variables };
  if (filled['after'] === FOREIGN) {
    const { data } = await graph.query<{ laureates: { pageInfo: { endCursor: string } } }>(
      '{ laureates(first: 1) { pageInfo { endCursor } } }',
    );
    filled['after'] = data?.laureates.pageInfo.endCursor;
  }
  const response = await fetch(`${graph.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: body ?? JSON.stringify({ query, variables: filled }),
  });
  const text = await response.text();
  const { errors = [] } = JSON.parse(text) as {
    errors?: { message: string; extensions: Record<string, unknown> }[];
  };
  return { status: response.status, text, errors };
}

test('every bad input, in both ways of running: the code, the argument, nothing else', async () => {
  const table: string[] = [];
  const found: unknown[] = [];
  for (const { title, request } of ROWS) {
    for (const mode of MODES) {
      const { status, text, errors } = await ask(graphs.get(mode) as TestPlatform, request);
      const [error] = errors;
      const code = error?.extensions['code'];
      const argument = error?.extensions['argument'];
      found.push({ title, mode, status, code, argument, leak: LEAKS.exec(text)?.[0] });
      table.push(
        `${title.padEnd(36)} ${mode.padEnd(12)} ${status} ${String(code).padEnd(26)} ${String(argument ?? '').padEnd(14)} ${error?.message ?? ''}`,
      );
    }
  }
  process.stdout.write(`\n${table.join('\n')}\n`);
  expect(found).toEqual(
    ROWS.flatMap(({ title, expected }) =>
      MODES.map((mode) => ({
        title,
        mode,
        status: expected.status,
        code: expected.code,
        argument: expected.argument,
        leak: undefined,
      })),
    ),
  );
  for (const mode of MODES) {
    const alive = await (graphs.get(mode) as TestPlatform).query('{ __typename }');
    expect(alive.data).toEqual({ __typename: 'Query' });
  }
}, 60_000);
