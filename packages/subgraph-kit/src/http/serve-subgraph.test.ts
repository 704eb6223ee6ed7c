import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpChangeSource } from '../changes/change-source.ts';
import { systemClock } from '../clock.ts';
import { openSubgraph } from '../open-subgraph.ts';
import { serviceViewer } from '../statement/sign-statement.ts';
import { library, reader } from '../testing/library/library.fixture.ts';
import { testIdentities } from '../testing/service-identities.ts';
import { signedClient } from '../testing/signed-client.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { type TestSubgraph, testSubgraph } from '../testing/test-subgraph.ts';
import { VISITOR } from '../viewer.ts';
import { type ServedSubgraph, serveSubgraph } from './serve-subgraph.ts';

const identityOf = await testIdentities('library', 'reader');
const LOOPBACK = { host: '127.0.0.1', port: 0, identity: identityOf('library') };
let graph: TestSubgraph;
let served: ServedSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(library);
  served = await serveSubgraph(graph.open, LOOPBACK);
});
afterAll(async () => {
  await served.stop();
  await graph.stop();
});

type Answer = { status: number; body: unknown };

async function ask(path: string, init: RequestInit = {}, base = served.url): Promise<Answer> {
  const identity = identityOf(path.startsWith('/changes/') ? 'reader' : 'gateway');
  const viewer = identity.service === 'gateway' ? VISITOR : serviceViewer(identity);
  const response = await signedClient({ url: base, audience: 'library', identity, viewer })(path, init);
  return { status: response.status, body: await response.json() };
}

function post(body: unknown, base = served.url): Promise<Answer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return ask(
    '/graphql',
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: text },
    base,
  );
}

test('a document is executed', async () => {
  expect(await post({ query: '{ authors { id } }' })).toEqual({
    status: 200,
    body: { data: { authors: [] } },
  });
});

test.each([
  ['a body that is no JSON', '{'],
  ['an empty body', ''],
])('%s is a bad request', async (_kind, body) => {
  expect(await post(body)).toEqual({ status: 400, body: { error: 'bad request' } });
});

test.each([
  ['no document', {}, 400, 'BAD_REQUEST'],
  ['a list', [], 400, 'BAD_REQUEST'],
  ['a document that does not parse', { query: '{' }, 400, 'GRAPHQL_PARSE_FAILED'],
  ['an unknown field', { query: '{ nothing }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'an enum literal that does not exist',
    { query: '{ echo(order: NONE) }' },
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['a date literal that does not exist', { query: '{ echo(day: "2025-02-30") }' }, 400, 'BAD_USER_INPUT'],
  [
    'an operation that is not in the document',
    { query: 'query a { authors { id } }', operationName: 'b' },
    400,
    'BAD_USER_INPUT',
  ],
  [
    'a variable of a wrong type',
    { query: 'query ($t: String) { echo(text: $t) }', variables: { t: 3 } },
    400,
    'BAD_USER_INPUT',
  ],
  ['a bug', { query: '{ failure(kind: "bug") }' }, 200, 'INTERNAL_SERVER_ERROR'],
])('%s is answered by its code', async (_kind, body, status, code) => {
  const answer = await post(body);
  const { errors } = answer.body as { errors: { extensions: { code: string } }[] };
  expect([answer.status, errors.map(({ extensions }) => extensions.code)]).toEqual([status, [code]]);
});

test('a wrong variable is told in French, without its value', async () => {
  const { body } = await post({
    query: 'query ($o: BookOrder) { echo(order: $o) }',
    variables: { o: 'TITLE_AS' },
  });
  const [error] = (body as { errors: { message: string; extensions: unknown }[] }).errors;
  expect([error?.message, error?.extensions]).toEqual([
    '« o » n’est pas l’une des valeurs prévues.',
    { code: 'BAD_USER_INPUT', argument: 'o' },
  ]);
});

test.each([
  ['/', 404, { error: 'not found' }],
  ['/graphql', 404, { error: 'not found' }],
  ['/changes', 404, { error: 'not found' }],
  ['/changes/nothing', 404, { error: 'unknown topic' }],
  ['/changes/constructor', 404, { error: 'unknown topic' }],
  ['/changes/book?after=-1', 400, { error: 'bad position' }],
  ['/changes/book?after=1e3', 400, { error: 'bad position' }],
  ['/changes/book?after=9999999999999999999', 400, { error: 'bad position' }],
  ['/changes/book?limit=x', 400, { error: 'bad position' }],
  ['/changes/book?after=1&after=2', 400, { error: 'bad position' }],
])('GET %s is %i', async (path, status, body) => {
  expect(await ask(path)).toEqual({ status, body });
});

test('a page of changes holds at most what was asked, and says where the log ends', async () => {
  await graph.db.query(
    `INSERT INTO book (id, title) VALUES ('b1', 'One'), ('b2', 'Two'); DELETE FROM book WHERE id = 'b2'`,
  );
  const all = (await ask('/changes/book')).body as {
    epoch: string;
    head: string;
    changes: { seq: string }[];
  };
  expect(all.changes.map((change) => ({ ...change, seq: 0 }))).toEqual([
    { seq: 0, key: 'b1', kind: 'UPSERT', value: { id: 'b1', title: 'One', pages: null } },
    { seq: 0, key: 'b2', kind: 'DELETE', value: null },
  ]);
  const one = (await ask('/changes/book?limit=1')).body;
  expect(one).toEqual({ epoch: all.epoch, head: all.changes[1]?.seq, changes: all.changes.slice(0, 1) });
});

test('the process lives even when its database does not; it is then not ready, and tells nothing of it', async () => {
  const database = await createTestDatabase([library]);
  const open = await openSubgraph(library, {
    databaseUrl: database.url,
    clock: systemClock,
    log: pino({ level: 'silent' }),
  });
  const alone = await serveSubgraph(open, LOOPBACK);
  expect(await ask('/readyz', {}, alone.url)).toEqual({
    status: 200,
    body: { ready: true, database: true, follows: [] },
  });
  await database.drop();
  expect(await ask('/healthz', {}, alone.url)).toEqual({ status: 200, body: { status: 'ok' } });
  expect(await ask('/readyz', {}, alone.url)).toEqual({
    status: 503,
    body: { ready: false, database: false, follows: [] },
  });
  const changes = await ask('/changes/book', {}, alone.url);
  const { errors } = changes.body as { errors: { extensions: { code: string } }[] };
  expect([changes.status, errors.map(({ extensions }) => extensions.code)]).toEqual([
    500,
    ['INTERNAL_SERVER_ERROR'],
  ]);
  await expect(
    httpChangeSource('library', alone.url, identityOf('reader')).read('book', '0', 10),
  ).rejects.toThrow('library answered 500 to a follower');
  await alone.stop();
  await open.close();
});

test('a subgraph is ready once its copies have been complete', async () => {
  const copy = await testSubgraph(reader);
  const own = await serveSubgraph(copy.open, { ...LOOPBACK, identity: identityOf('reader') });
  copy.open.follow([httpChangeSource('library', served.url, identityOf('reader'))]);
  await copy.open.catchUp();
  const { status, body } = await ask('/readyz', {}, own.url);
  const { follows, ...rest } = body as { follows: { topic: string; lagSeconds: number; behind: number }[] };
  expect([
    status,
    rest,
    follows.map(({ topic, behind, lagSeconds }) => ({ topic, behind, lag: lagSeconds < 5 })),
  ]).toEqual([
    200,
    { ready: true, database: true },
    [
      { topic: 'book', behind: 0, lag: true },
      { topic: 'author', behind: 0, lag: true },
    ],
  ]);
  await own.stop();
  await copy.stop();
});

test('following without the sibling that is followed is a mistake of the start', async () => {
  const copy = await testSubgraph(reader);
  expect(() => copy.open.follow([])).toThrow('reader follows library, which was not given');
  await copy.stop();
});

test('a stop lets the request in flight finish, and no other in', async () => {
  const own = await serveSubgraph(graph.open, LOOPBACK);
  const slow = post({ query: '{ failure(kind: "slow") }' }, own.url);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const stopped = own.stop();
  expect(await slow).toEqual({ status: 200, body: { data: { failure: 'done' } } });
  await stopped;
  await expect(fetch(new URL('/healthz', own.url))).rejects.toThrow();
});
