import { afterAll, beforeAll, expect, test } from 'vitest';
import { STATEMENT_HEADER, serviceViewer, signStatement } from '../statement/sign-statement.ts';
import type { StatementGuard } from '../statement/verify-statement.ts';
import { library } from '../testing/library/library.fixture.ts';
import { testIdentities } from '../testing/service-identities.ts';
import { signedClient } from '../testing/signed-client.ts';
import { type TestSubgraph, testSubgraph } from '../testing/test-subgraph.ts';
import { VISITOR, type Viewer } from '../viewer.ts';
import { type ServedSubgraph, serveSubgraph } from './serve-subgraph.ts';

const identityOf = await testIdentities('library', 'reader');
const ADDRESS = { host: '127.0.0.1', port: 0, identity: identityOf('library') };
const AGENT: Viewer = { kind: 'person', subject: 'p-1', roles: ['agent'], scopes: [], organization: null };
const NOW = new Date('2026-03-02T10:00:00Z');

let graph: TestSubgraph;
let served: ServedSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(library);
  served = await serveSubgraph(graph.open, { ...ADDRESS, now: () => NOW });
});
afterAll(async () => {
  await served.stop();
  await graph.stop();
});

const as = (
  service: string,
  viewer = service === 'gateway' ? AGENT : serviceViewer(identityOf(service)),
) => ({
  url: served.url,
  audience: 'library',
  identity: identityOf(service),
  viewer,
  now: NOW,
});
const question = (query: string): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query }),
});
const AUTHORS = question('{ authors { id } }');
const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);

async function codeOf(answering: Promise<Response>): Promise<unknown> {
  const answer = await answering;
  const body = (await answer.json()) as { errors?: { extensions: { code: string } }[] };
  return [answer.status, body.errors?.map(({ extensions }) => extensions.code) ?? body];
}
const REFUSED = [401, ['UNAUTHENTICATED']];

test('the gateway asks for a viewer, a sibling reads changes in its own name', async () => {
  const [asked, read] = await Promise.all([
    codeOf(signedClient(as('gateway'))('/graphql', AUTHORS)),
    signedClient(as('reader'))('/changes/book').then(({ status }) => status),
  ]);
  expect([asked, read]).toEqual([[200, { data: { authors: [] } }], 200]);
});

test.each<[string, () => Promise<Response>]>([
  ['nobody', () => fetch(new URL('/graphql', served.url), AUTHORS)],
  ['nobody, for changes', () => fetch(new URL('/changes/book', served.url))],
  ['nobody, for an address that does not exist', () => fetch(new URL('/nothing', served.url))],
  [
    'nobody, with a body that is no JSON',
    () => fetch(new URL('/graphql', served.url), { ...AUTHORS, body: '{' }),
  ],
  ['a sibling, in a viewer’s name', () => signedClient(as('reader', AGENT))('/graphql', AUTHORS)],
  ['a sibling, in its own name', () => signedClient(as('reader'))('/graphql', AUTHORS)],
  ['the gateway, for changes in a viewer’s name', () => signedClient(as('gateway'))('/changes/book')],
  ['a sibling, for changes in a viewer’s name', () => signedClient(as('reader', AGENT))('/changes/book')],
  [
    'a sibling, in another’s name',
    () => signedClient(as('reader', serviceViewer(identityOf('library'))))('/changes/book'),
  ],
  [
    'a statement made for a sibling',
    () => signedClient({ ...as('gateway'), audience: 'reader' })('/graphql', AUTHORS),
  ],
  [
    'a statement of 31 seconds ago',
    () => signedClient({ ...as('gateway'), now: at(-31) })('/graphql', AUTHORS),
  ],
  ['a statement of tomorrow', () => signedClient({ ...as('gateway'), now: at(86_400) })('/graphql', AUTHORS)],
])('%s is refused, and told nothing', async (_who, ask) => {
  expect(await codeOf(ask())).toEqual(REFUSED);
});

test('the same statement holds again for its 30 seconds: it is a proof of who asks, not a ticket', async () => {
  const content = { audience: 'library', viewer: AGENT, requestId: 'request-1' };
  const header = await signStatement(identityOf('gateway'), content, NOW);
  const ask = () =>
    fetch(new URL('/graphql', served.url), {
      ...AUTHORS,
      headers: { 'content-type': 'application/json', [STATEMENT_HEADER]: header },
    });
  expect([await codeOf(ask()), await codeOf(ask())]).toEqual([
    [200, { data: { authors: [] } }],
    [200, { data: { authors: [] } }],
  ]);
});

test('viewer and request id are the statement’s, whatever plain headers say', async () => {
  const client = signedClient({ ...as('gateway', VISITOR), requestId: 'request-42' });
  const answer = await client('/graphql', {
    ...question('{ failure(kind: "bug") }'),
    headers: {
      'content-type': 'application/json',
      'x-request-id': 'request-of-a-liar',
      'x-graphess-viewer': '{"kind":"person","roles":["admin"]}',
      'x-roles': 'admin',
    },
  });
  const { errors } = (await answer.json()) as { errors: { extensions: { requestId: string } }[] };
  expect(errors.map(({ extensions }) => extensions.requestId)).toEqual(['request-42']);
});

test('health and readiness answer all, and say nothing of rows', async () => {
  const answers = await Promise.all(
    ['/healthz', '/readyz'].map(async (path) => {
      const answer = await fetch(new URL(path, served.url));
      return [answer.status, await answer.json()];
    }),
  );
  expect(answers).toEqual([
    [200, { status: 'ok' }],
    [200, { ready: true, database: true, follows: [] }],
  ]);
});

test('refusals are journalled with their reason, a flood in two rows', async () => {
  const own = await testSubgraph(library);
  const door = await serveSubgraph(own.open, { ...ADDRESS, now: () => NOW });
  const here = { ...as('gateway'), url: door.url };
  for (let each = 0; each < 5; each++) await fetch(new URL('/graphql', door.url), AUTHORS);
  await signedClient({ ...here, audience: 'reader' })('/graphql', AUTHORS);
  await signedClient({ ...here, now: at(-31) })('/graphql', AUTHORS);
  await signedClient({ ...here, identity: identityOf('reader') })('/changes/book');
  await signedClient(here)('/graphql', AUTHORS);
  await door.stop();
  const rows: { action: string; actor_kind: string; target: string; details: object }[] = await own.db.query(
    `SELECT action, actor_kind, target, details FROM journal ORDER BY (details->>'count')::int, details->>'reason'`,
  );
  const network = '127.0.0.0/24';
  const refused = (target: string, details: object) => ({
    action: 'STATEMENT_REFUSED',
    actor_kind: 'visitor',
    target,
    details,
  });
  expect(rows).toEqual([
    refused('/graphql', { reason: 'ABSENT', network, count: 1 }),
    refused('/graphql', { reason: 'AUDIENCE', network, count: 1 }),
    refused('/changes/:topic', { reason: 'ISSUER', network, count: 1 }),
    refused('/graphql', { reason: 'STALE', network, count: 1 }),
    refused('/graphql', { reason: 'ABSENT', network, count: 4 }),
  ]);
  await own.stop();
});

test.each<[StatementGuard, (url: string) => Promise<Response>]>([
  ['statement', (url) => fetch(new URL('/graphql', url), AUTHORS)],
  ['statement-issuer', (url) => signedClient({ ...as('reader', AGENT), url })('/graphql', AUTHORS)],
  [
    'statement-audience',
    (url) => signedClient({ ...as('gateway'), url, audience: 'reader' })('/graphql', AUTHORS),
  ],
  ['statement-age', (url) => signedClient({ ...as('gateway'), url, now: at(-31) })('/graphql', AUTHORS)],
])('without the guard « %s » its stranger would come in', async (guard, ask) => {
  const open = await serveSubgraph(graph.open, { ...ADDRESS, now: () => NOW, without: new Set([guard]) });
  expect([await codeOf(ask(served.url)), await codeOf(ask(open.url))]).toEqual([
    REFUSED,
    [200, { data: { authors: [] } }],
  ]);
  await open.stop();
});
