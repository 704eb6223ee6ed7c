import { type OpenSubgraph, openSubgraph, systemClock } from '@graphess/subgraph-kit';
import { createTestDatabase, type TestDatabase } from '@graphess/subgraph-kit/testing';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { access } from '../access/access.ts';
import type { Guard } from '../guards.ts';
import { type BareGateway, bareGateway } from '../testing/bare-gateway.ts';
import { type TestIssuer, testIssuer } from '../testing/issuer.ts';

const WHO = '{ me { kind scopes organization { id } } }';
const ADMIN = { sub: 'admin-1', roles: ['admin'] };

let issuer: TestIssuer;
let database: TestDatabase;
/** Two gateways' own connections to the database that they share. */
let parts: OpenSubgraph[];
let gateway: BareGateway;
/** Two gateways with quotas that are soon spent. */
let strict: BareGateway[];
const STRICT = {
  QUOTA_ADDRESS_PER_MINUTE: '25',
  QUOTA_POINTS_PER_MINUTE: '100',
  QUOTA_REFUSED_CREDENTIALS_PER_MINUTE: '2',
};
beforeAll(async () => {
  issuer = await testIssuer();
  database = await createTestDatabase([access]);
  const settings = { databaseUrl: database.url, clock: systemClock, log: pino({ level: 'silent' }) };
  parts = [await openSubgraph(access, settings), await openSubgraph(access, settings)];
  gateway = await startGateway(0);
  // What sheds load on a machine that runs many tests is another story.
  strict = [await startGateway(0, STRICT, ['shedding']), await startGateway(1, STRICT, ['shedding'])];
});
afterAll(async () => {
  for (const each of [gateway, ...strict]) await each.stop();
  for (const part of parts) await part.close();
  await database.drop();
  await issuer.stop();
});

function startGateway(part: number, env: Record<string, string> = {}, without: Guard[] = []) {
  const own = parts[part];
  const complete = { ...issuer.env, DATABASE_URL: database.url, FREE_DOCUMENTS: 'everyone', ...env };
  return bareGateway({ env: complete, without, ...(own ? { access: own } : {}) });
}

type Sent = { headers?: Record<string, string>; query?: string; variables?: object; path?: string };

function send({ url }: BareGateway, { headers = {}, query = WHO, variables, path = '/graphql' }: Sent = {}) {
  return fetch(new URL(path, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
}

async function bodyOf(response: Response) {
  return (await response.json()) as {
    data: Record<string, never>;
    errors: { message: string; extensions: Record<string, unknown> }[];
  };
}

async function createKey(input: Record<string, unknown> = {}): Promise<{ id: string; secret: string }> {
  const response = await send(gateway, {
    headers: { authorization: `Bearer ${await issuer.token(ADMIN)}` },
    query: `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) {
      ... on CreateApiKeySuccess { apiKey { id } secret } } }`,
    variables: {
      input: {
        idempotencyKey: crypto.randomUUID(),
        partner: 'CRESS IDF',
        scopes: ['statistics:read'],
        ...input,
      },
    },
  });
  const { data } = (await response.json()) as {
    data: { createApiKey: { apiKey: { id: string }; secret: string } };
  };
  return { id: data.createApiKey.apiKey.id, secret: data.createApiKey.secret };
}

test('an administrator makes a key, and whoever holds it is that key, by either header', async () => {
  const { secret } = await createKey({ organization: 'ORG:cress-idf' });
  const answers = [
    await send(gateway, { headers: { 'x-api-key': secret } }),
    await send(gateway, { headers: { authorization: `Bearer ${secret}` } }),
  ];
  const viewer = { me: { kind: 'KEY', scopes: ['statistics:read'], organization: { id: 'ORG:cress-idf' } } };
  expect([secret.slice(0, 9), ...(await Promise.all(answers.map(bodyOf))).map(({ data }) => data)]).toEqual([
    'ess_live_',
    viewer,
    viewer,
  ]);
});

test('a key that is revoked at one gateway is refused at once by the other', async () => {
  const { id, secret } = await createKey();
  const [, other = gateway] = strict;
  const before = (await send(other, { headers: { 'x-api-key': secret } })).status;
  await send(gateway, {
    headers: { authorization: `Bearer ${await issuer.token(ADMIN)}` },
    query: 'mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { __typename } }',
    variables: { input: { idempotencyKey: crypto.randomUUID(), id } },
  });
  const after = await send(other, { headers: { 'x-api-key': secret } });
  const { errors } = await bodyOf(after);
  const rows = await parts[0]?.db.query(
    'SELECT action, details FROM journal WHERE target = $1 ORDER BY seq',
    [id],
  );
  expect([
    before,
    after.status,
    after.headers.get('www-authenticate'),
    after.headers.get('ratelimit-limit'),
    errors.map(({ extensions }) => extensions),
    rows.map(({ action }: { action: string }) => action),
    rows.at(-1).details,
  ]).toEqual([
    200,
    401,
    'Bearer error="invalid_token"',
    '2',
    [{ code: 'UNAUTHENTICATED', requestId: expect.any(String) }],
    ['API_KEY_CREATED', 'API_KEY_REVOKED', 'API_KEY_REFUSED'],
    { reason: 'REVOKED', network: '127.0.0.0/24', count: 1 },
  ]);
});

test('of requests at once at two gateways from one address, exactly its quota is answered', async () => {
  const answers = await Promise.all(
    Array.from({ length: 80 }, (_, index) => {
      const at = strict[index % 2] ?? gateway;
      return send(at, { headers: { 'x-forwarded-for': `10.0.0.${index}` } });
    }),
  );
  const refused = answers.filter(({ status }) => status === 429);
  const remaining = answers
    .filter(({ status }) => status === 200)
    .map(({ headers }) => Number(headers.get('ratelimit-remaining')));
  expect([remaining.sort((a, b) => a - b), refused.length]).toEqual([
    Array.from({ length: 25 }, (_, i) => i),
    55,
  ]);
  const [first] = refused;
  const seconds = Number(first?.headers.get('retry-after'));
  const { errors } = await bodyOf(first ?? new Response());
  expect([seconds >= 1 && seconds <= 60, errors[0]?.extensions]).toEqual([
    true,
    { code: 'RATE_LIMITED', retryAfterSeconds: seconds, requestId: expect.any(String) },
  ]);
});

test('a key has the quota that it was given, whatever its address has spent', async () => {
  const { secret } = await createKey({ quotaPerMinute: 3 });
  const statuses = [];
  for (const headers of [{}, ...Array.from({ length: 4 }, () => ({ 'x-api-key': secret }))]) {
    statuses.push((await send(strict[0] ?? gateway, { headers })).status);
  }
  expect(statuses).toEqual([429, 200, 200, 200, 429]);
});

test('points are counted before anything is fetched', async () => {
  const { secret } = await createKey();
  const response = await send(strict[0] ?? gateway, {
    headers: { 'x-api-key': secret },
    query: '{ me { kind } laureates(first: 100) { nodes { id title } } }',
  });
  const { data, errors } = await bodyOf(response);
  const seconds = Number(response.headers.get('retry-after'));
  expect([response.status, data, errors.map(({ extensions }) => extensions)]).toEqual([
    429,
    undefined,
    [{ code: 'RATE_LIMITED', retryAfterSeconds: seconds, requestId: expect.any(String) }],
  ]);
});

test('while the database is away each gateway counts by itself', async () => {
  const at = await startGateway(9, { QUOTA_ADDRESS_PER_MINUTE: '2' });
  onTestFinished(() => at.stop());
  const statuses = [];
  for (let request = 0; request < 3; request += 1) {
    statuses.push((await send(at, { query: '{ __typename }' })).status);
  }
  expect(statuses).toEqual([200, 200, 429]);
});

test('a key in an address is refused, and the journal says which one is to be rotated', async () => {
  const { id, secret } = await createKey();
  const answers = [
    await send(gateway, { path: `/graphql?api_key=${secret}` }),
    await fetch(new URL(`/graphql?query=%7B__typename%7D&key=${secret}`, gateway.url)),
    await fetch(new URL(`/healthz?x=${secret}`, gateway.url)),
  ];
  const texts = await Promise.all(answers.map((each) => each.text()));
  await Promise.all(parts.map(({ refusals }) => refusals.flush()));
  const rows = await parts[0]?.db.query(
    `SELECT details->>'reason' AS reason, (details->>'count')::int AS count FROM journal WHERE target = $1 AND action = 'API_KEY_REFUSED' ORDER BY seq`,
    [id],
  );
  expect([answers.map(({ status }) => status), texts.filter((text) => text.includes('ess_')), rows]).toEqual([
    [400, 400, 400],
    [],
    [1, 2].map((count) => ({ reason: 'IN_QUERY', count })),
  ]);
});

test('who guesses keys is soon not listened to', async () => {
  const { secret } = await createKey();
  const guess = { headers: { 'x-api-key': 'ess_live_guess' } };
  const good = { headers: { 'x-api-key': secret } };
  const [at = gateway] = strict;
  await parts[0]?.db.query(`DELETE FROM quota_counter WHERE bucket LIKE 'refused %'`);
  const statuses = [];
  for (const each of [guess, guess, good, guess, good]) statuses.push((await send(at, each)).status);
  expect(statuses).toEqual([401, 401, 200, 429, 429]);
});
