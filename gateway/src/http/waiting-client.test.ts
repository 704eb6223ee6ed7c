import { setTimeout as pass } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Guard } from '../guards.ts';
import { type BareGateway, bareGateway } from '../testing/bare-gateway.ts';
import { MODES, type TestPlatform, testPlatform } from '../testing/test-platform.ts';

const BOTH = JSON.stringify({ query: '{ call(edition: 1) { id } seen: __typename }' });
const post = (url: string, init: RequestInit = {}) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: BOTH,
    ...init,
  });

let gateway: BareGateway | undefined;
afterEach(async () => {
  await gateway?.stop();
  gateway = undefined;
});

async function silentSubgraph(env: Record<string, string>, without: Guard[] = []) {
  const signals: AbortSignal[] = [];
  gateway = await bareGateway({
    env: { STATEMENT_TIMEOUT_MS: '50', ...env },
    without,
    answer: (_domain, signal) => {
      signals.push(signal);
      return new Promise(() => {});
    },
  });
  return { url: gateway.url, signals };
}

const PARTIAL = {
  data: { call: null, seen: 'Query' },
  errors: [
    {
      message: expect.stringContaining('appels à projets'),
      path: ['call'],
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', domain: 'grants', requestId: expect.any(String) },
    },
  ],
};

test.each<[string, Record<string, string>, Guard[]]>([
  ['its own time', { SUBGRAPH_TIMEOUT_MS: '100', REQUEST_DEADLINE_MS: '60000' }, ['request-deadline']],
  ['the deadline', { SUBGRAPH_TIMEOUT_MS: '59999', REQUEST_DEADLINE_MS: '60000' }, []],
])('a subgraph that says nothing within %s leaves the rest of the answer', async (kind, env, without) => {
  const short = kind === 'the deadline' ? { REQUEST_DEADLINE_MS: '300', SUBGRAPH_TIMEOUT_MS: '299' } : env;
  const guards: Guard[] = kind === 'the deadline' ? ['subgraph-timeout'] : without;
  const { url } = await silentSubgraph(short, guards);
  const answer = await post(url);
  const { data, errors } = (await answer.json()) as typeof PARTIAL;
  expect([answer.status, { data, errors }]).toEqual([200, PARTIAL]);
});

test('without both guards the client waits as long as it likes', async () => {
  const { url } = await silentSubgraph({ SUBGRAPH_TIMEOUT_MS: '100', REQUEST_DEADLINE_MS: '200' }, [
    'subgraph-timeout',
    'request-deadline',
  ]);
  await expect(post(url, { signal: AbortSignal.timeout(1_000) })).rejects.toThrow();
});

test('a client that leaves takes what was fetched for it along', async () => {
  const { url, signals } = await silentSubgraph({});
  const leaving = new AbortController();
  const asking = post(url, { signal: leaving.signal });
  for (let n = 0; n < 100 && signals.length === 0; n += 1) await pass(20);
  leaving.abort();
  await expect(asking).rejects.toThrow();
  for (let n = 0; n < 100 && signals[0]?.aborted !== true; n += 1) await pass(20);
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
});

describe.each(MODES)('%s', (mode) => {
  let graph: TestPlatform;
  let outsider: Client;
  beforeAll(async () => {
    graph = await testPlatform({ mode });
    outsider = new Client({ connectionString: graph.databaseUrl });
    await outsider.connect();
  });
  afterAll(async () => {
    await outsider.end();
    await graph.stop();
  });

  const waiting = async () => {
    const { rowCount } = await outsider.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND application_name = 'graphess events'`,
    );
    return rowCount ?? 0;
  };

  test('the statement of a client that left is gone from the database', async () => {
    // A read that waits for a lock is a read that lasts: it may do so for a second, which this client does not wait for.
    await outsider.query('BEGIN; LOCK TABLE events.event IN ACCESS EXCLUSIVE MODE');
    const leaving = new AbortController();
    const asking = fetch(`${graph.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ events(first: 1) { nodes { title } } }' }),
      signal: leaving.signal,
    });
    let seen = 0;
    const patience = performance.now() + 10_000;
    while (seen === 0 && performance.now() < patience) seen = await waiting();
    leaving.abort();
    await expect(asking).rejects.toThrow();
    let left = seen;
    const soon = performance.now() + 800;
    while (left > 0 && performance.now() < soon) left = await waiting();
    expect([seen > 0, left]).toEqual([true, 0]);
    await outsider.query('ROLLBACK');
    expect((await graph.query('{ events(first: 1) { nodes { title } } }')).errors).toEqual([]);
  });
});
