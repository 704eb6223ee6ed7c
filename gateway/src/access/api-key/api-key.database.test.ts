import { schemaDrift } from '@graphess/subgraph-kit';
import { type TestSubgraph, testSubgraph } from '@graphess/subgraph-kit/testing';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { access } from '../access.ts';
import { createKey } from './api-keys.fixture.ts';
import { API_KEY_SCOPES } from './check-new-api-key.ts';

let graph: TestSubgraph;
let operator: Client;
let id: string;
beforeAll(async () => {
  graph = await testSubgraph(access);
  // As the owner of the database, whom no privilege stops.
  operator = new Client({ connectionString: graph.url, options: '-c search_path=access,extensions' });
  await operator.connect();
  id = (await createKey(graph)).apiKey.id;
});
afterAll(async () => {
  await operator.end();
  await graph.stop();
});

const sqlState = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

test('entities and migrations agree', async () => {
  expect(await schemaDrift(access, graph.url)).toEqual([]);
});

test.each([
  ["secret_hash = decode(repeat('00', 32), 'hex')", '42501'],
  ["scopes = '{bi:read}'", '42501'],
  ['quota_per_minute = 99999', '42501'],
  ["expires_at = expires_at + interval '1 day'", '23001'],
  ["expires_at = expires_at - interval '1 day'", 'done'],
  ["revoked_at = '2026-03-02'", 'done'],
  ['revoked_at = NULL', '23001'],
  ["last_used_on = '2026-03-02'", 'done'],
  ['last_used_on = NULL', '23001'],
])('the platform that sets %s: %s', async (change, outcome) => {
  expect(await sqlState(graph.db.query(`UPDATE api_key SET ${change} WHERE id = $1`, [id]))).toBe(outcome);
});

test('a key is deleted by nobody, and by no privilege lengthened', async () => {
  expect([
    await sqlState(graph.db.query('DELETE FROM api_key')),
    await sqlState(operator.query('DELETE FROM api_key')),
    await sqlState(operator.query(`UPDATE api_key SET scopes = '{bi:read}'`)),
    await sqlState(operator.query(`UPDATE api_key SET expires_at = expires_at + interval '1 day'`)),
  ]).toEqual(['42501', '23001', '23001', '23001']);
});

const COLUMNS = {
  id: "'KEY:aaaaaaaaaaaaaaaa'",
  family: "'KEY:aaaaaaaaaaaaaaaa'",
  prefix: "'ess_live_aaaaaa'",
  secret_hash: "decode(repeat('ab', 32), 'hex')",
  partner: "'Partenaire'",
  scopes: "'{statistics:read}'",
  networks: "'{}'",
  quota_per_minute: '300',
  created_at: "'2026-03-02'",
  expires_at: "'2027-03-02'",
};
const insert = (change: Partial<typeof COLUMNS>) => {
  const row = { ...COLUMNS, ...change };
  return sqlState(
    operator.query(
      `BEGIN; INSERT INTO api_key (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).join(', ')}); ROLLBACK`,
    ),
  ).finally(() => operator.query('ROLLBACK'));
};

test.each([
  ['all that is asked', {}, 'done'],
  ['a life of two years', { expires_at: "'2028-03-02'" }, '23514'],
  ['an end before its beginning', { expires_at: "'2026-03-01'" }, '23514'],
  ['a scope that nobody knows', { scopes: "'{everything:write}'" }, '23514'],
  ['no scope', { scopes: "'{}'" }, '23514'],
  ['a short hash', { secret_hash: "'abc'" }, '23514'],
  ['a whole secret as prefix', { prefix: "'ess_live_aaaaaabbbbbb'" }, '23514'],
  ['a blank partner', { partner: "'   '" }, '23514'],
  ['no quota', { quota_per_minute: '0' }, '23514'],
  ['a family of its own making', { family: "'KEY:bbbbbbbbbbbbbbbb'" }, '23503'],
  ['another id', { id: "'KEY:short'" }, '23514'],
])('the database takes a key with %s: %s', async (_what, change, outcome) => {
  expect(await insert(change)).toBe(outcome);
});

test('the database knows the scopes that the graph knows', async () => {
  const { rows } = await operator.query<{ definition: string }>(
    `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = 'api_key_scopes_check'`,
  );
  const scopes = [...(rows[0]?.definition ?? '').matchAll(/'([a-z:]+)'::text/g)].map(([, scope]) => scope);
  expect(scopes.sort()).toEqual([...API_KEY_SCOPES]);
});
