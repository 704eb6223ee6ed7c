import { type TestSubgraph, testSubgraph } from '@graphess/subgraph-kit/testing';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Guard } from '../../guards.ts';
import { access } from '../access.ts';
import { insertKey } from './api-key.queries.ts';
import { createKey, journalOf } from './api-keys.fixture.ts';
import { type KeyReader, keyReader } from './key-reader.ts';
import { refusedKeyJournal } from './refused-key-journal.ts';
import { newSecret } from './secret.ts';

const log = pino({ level: 'silent' });
let graph: TestSubgraph;
let connected = true;
let now = new Date('2026-03-02T12:00:00Z');
beforeAll(async () => {
  graph = await testSubgraph(access);
});
afterAll(() => graph.stop());
// Each test has a minute of its own.
beforeEach(() => graph.open.refusals.flush());

const readerWithout = (...without: Guard[]): KeyReader =>
  keyReader({
    db: () => (connected ? graph.db : null),
    clock: () => now,
    posture: 'test',
    journal: refusedKeyJournal(() => (connected ? graph.open : undefined), log),
    log,
    without: new Set(without),
  });
const REQUEST = { id: 'request-1', ip: '203.0.113.9' };

/** The viewer, or the code and status of the refusal. */
const outcomeOf = (reading: Promise<unknown>) =>
  reading.catch((error: { extensions?: { code: string }; statusCode?: number; message: string }) => [
    error.extensions?.code ?? error.statusCode,
    error.message,
  ]);
const REFUSED = ['UNAUTHENTICATED', 'Cette clé n’est pas valable, ou ne l’est plus.'];

test('a key is a viewer with the scopes, the organisation and the quota that it was given', async () => {
  const { secret, apiKey } = await createKey(graph, {
    organization: 'ORG:cress-idf',
    scopes: ['statistics:read', 'bi:read'],
    quotaPerMinute: 77,
  });
  expect(await readerWithout()(secret, REQUEST)).toEqual({
    kind: 'key',
    subject: apiKey.id,
    roles: [],
    scopes: ['bi:read', 'statistics:read'],
    organization: 'ORG:cress-idf',
    quotaPerMinute: 77,
  });
});

test('the day of its last use is noted, once a day', async () => {
  const { secret, apiKey } = await createKey(graph);
  const read = readerWithout();
  const statements = await graph.statementsOf(async () => {
    for (let use = 0; use < 3; use += 1) await read(secret, REQUEST);
  });
  const [row] = await graph.db.query('SELECT last_used_on::text AS day FROM api_key WHERE id = $1', [
    apiKey.id,
  ]);
  expect([row, statements.filter((sql) => sql.startsWith('UPDATE')).length]).toEqual([
    { day: '2026-03-02' },
    1,
  ]);
});

const changed = (secret: string, character: string) =>
  `${secret.slice(0, 20)}${character}${secret.slice(21)}`;

test.each([
  ['a secret with a slip', (s: string) => changed(s, s[20] === 'x' ? 'y' : 'x'), 'CHECKSUM'],
  ['a cut secret', (s: string) => s.slice(0, -1), 'MALFORMED'],
  ['an injection', () => `' OR '1'='1`, 'MALFORMED'],
  ['a key of production', () => newSecret('live'), 'POSTURE'],
  ['a key that was never made', () => newSecret('test'), 'UNKNOWN'],
])('%s is refused, and journalled', async (_what, secretFrom, reason) => {
  const { secret } = await createKey(graph);
  const before = (await journalOf(graph, null)).length;
  expect(await outcomeOf(readerWithout()(secretFrom(secret), REQUEST))).toEqual(REFUSED);
  expect((await journalOf(graph, null)).slice(before)).toEqual([
    {
      action: 'API_KEY_REFUSED',
      actor_kind: 'visitor',
      actor: null,
      request_id: 'request-1',
      details: { reason, network: '203.0.113.0/24', count: 1 },
    },
  ]);
});

test('what is no secret is refused without a look at the keys', async () => {
  const { secret } = await createKey(graph);
  const statements = await graph.statementsOf(() =>
    outcomeOf(readerWithout()(changed(secret, secret[20] === 'x' ? 'y' : 'x'), REQUEST)),
  );
  expect(statements.filter((sql) => sql.includes('api_key'))).toEqual([]);
});

test('the beginning of a secret, which is shown, opens nothing by itself', async () => {
  const forged = newSecret('test');
  const id = 'KEY:samebeginning000';
  await insertKey(graph.db, {
    id,
    family: id,
    prefix: forged.slice(0, 15),
    secretHash: Buffer.alloc(32, 7),
    partner: 'Partenaire',
    organizationId: null,
    scopes: ['bi:read'],
    networks: [],
    quotaPerMinute: 1,
    createdAt: now,
    expiresAt: new Date('2026-12-31T00:00:00Z'),
  });
  expect(await outcomeOf(readerWithout()(forged, REQUEST))).toEqual(REFUSED);
});

test.each([
  ['key-revocation', 'REVOKED', `UPDATE api_key SET revoked_at = '2026-03-02T11:00:00Z' WHERE id = $1`],
  ['key-expiry', 'EXPIRED', `UPDATE api_key SET expires_at = '2026-03-02T12:00:00Z' WHERE id = $1`],
] as const)('%s: the key is refused from then on', async (guard, reason, sql) => {
  const { secret, apiKey } = await createKey(graph);
  const read = readerWithout();
  const accepted = await read(secret, REQUEST);
  await graph.db.query(sql, [apiKey.id]);
  expect([
    await outcomeOf(read(secret, REQUEST)),
    (await journalOf(graph, apiKey.id)).at(-1)?.['details'],
  ]).toEqual([REFUSED, { reason, network: '203.0.113.0/24', count: 1 }]);
  expect(await readerWithout(guard)(secret, REQUEST)).toEqual(accepted);
});

test('a key is refused from elsewhere than its networks', async () => {
  const { secret, apiKey } = await createKey(graph, { networks: ['198.51.100.0/24'] });
  const inside = { id: 'request-2', ip: '::ffff:198.51.100.7' };
  expect([
    (await readerWithout()(secret, inside)).subject,
    await outcomeOf(readerWithout()(secret, REQUEST)),
    (await journalOf(graph, apiKey.id)).at(-1)?.['details'],
    (await readerWithout('key-network')(secret, REQUEST)).subject,
  ]).toEqual([apiKey.id, REFUSED, { reason: 'NETWORK', network: '203.0.113.0/24', count: 1 }, apiKey.id]);
});

test('while the database is away, a key that was just accepted still is, and ends when it must', async () => {
  const { secret, apiKey } = await createKey(graph, { months: 1 });
  const stranger = await createKey(graph);
  const read = readerWithout();
  await read(secret, REQUEST);
  connected = false;
  const away = [503, 'Les clés ne peuvent pas être vérifiées pour l’instant : réessayez.'];
  expect([(await read(secret, REQUEST)).subject, await outcomeOf(read(stranger.secret, REQUEST))]).toEqual([
    apiKey.id,
    away,
  ]);
  now = new Date('2026-04-03T12:00:00Z');
  expect(await outcomeOf(read(secret, REQUEST))).toEqual(REFUSED);
  connected = true;
  now = new Date('2026-03-02T12:00:00Z');
});

test('a key that was refused is not trusted later', async () => {
  const { secret, apiKey } = await createKey(graph);
  const read = readerWithout();
  await read(secret, REQUEST);
  await graph.db.query(`UPDATE api_key SET revoked_at = '2026-03-02T11:00:00Z' WHERE id = $1`, [apiKey.id]);
  await outcomeOf(read(secret, REQUEST));
  connected = false;
  expect(await outcomeOf(read(secret, REQUEST))).toEqual(REFUSED);
  connected = true;
});

test('a flood of bad keys of one network is one row at once, and one that counts the others', async () => {
  const journal = refusedKeyJournal(() => graph.open, log);
  const before = (await journalOf(graph, null)).length;
  const refusal = { keyId: null, reason: 'UNKNOWN', requestId: 'request-3', ip: '198.51.100.9' } as const;
  await Promise.all(Array.from({ length: 50 }, () => journal(refusal)));
  await journal({ ...refusal, ip: '192.0.2.1' });
  const network = '198.51.100.0/24';
  const details = async () => (await journalOf(graph, null)).slice(before).map((row) => row['details']);
  const first = [
    { reason: 'UNKNOWN', network, count: 1 },
    { reason: 'UNKNOWN', network: '192.0.2.0/24', count: 1 },
  ];
  expect(await details()).toEqual(first);
  await graph.open.refusals.flush();
  expect(await details()).toEqual([...first, { reason: 'UNKNOWN', network, count: 49 }]);
});

test('two keys that are shown in the same minute are both named', async () => {
  const journal = refusedKeyJournal(() => graph.open, log);
  const keyIds = ['KEY:shown000000000a', 'KEY:shown000000000b'];
  for (const keyId of keyIds)
    await journal({ keyId, reason: 'IN_QUERY', requestId: 'request-4', ip: '192.0.2.1' });
  expect(await Promise.all(keyIds.map(async (id) => (await journalOf(graph, id)).length))).toEqual([1, 1]);
});
