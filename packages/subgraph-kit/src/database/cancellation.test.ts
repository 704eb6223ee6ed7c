import { setTimeout as pass } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { library } from '../testing/library/library.fixture.ts';
import { type TestSubgraph, testSubgraph } from '../testing/test-subgraph.ts';
import { cancelledBy } from './cancellation.ts';

let graph: TestSubgraph;
let outsider: Client;
beforeAll(async () => {
  graph = await testSubgraph(library);
  // The role of the subgraph does not see what other sessions do.
  outsider = new Client({ connectionString: graph.url });
  await outsider.connect();
});
afterAll(async () => {
  await outsider.end();
  await graph.stop();
});

async function sleepers(): Promise<number> {
  const { rows } = await outsider.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity
     WHERE datname = current_database() AND state = 'active' AND query LIKE '%pg_sleep(20)%' AND pid <> pg_backend_pid()`,
  );
  return rows[0]?.n ?? 0;
}

async function until(wanted: number): Promise<number> {
  for (let attempt = 0; attempt < 100 && (await sleepers()) !== wanted; attempt += 1) await pass(20);
  return sleepers();
}

test('a statement ends in PostgreSQL when nobody waits for it any more, and its connection serves again', async () => {
  const left = new AbortController();
  const sleeping = cancelledBy(left.signal, () => graph.db.query('SELECT pg_sleep(20)'));
  expect(await until(1)).toBe(1);
  left.abort();
  await expect(sleeping).rejects.toThrow();
  expect(await until(0)).toBe(0);
  expect(await Promise.all(Array.from({ length: 8 }, () => graph.db.query('SELECT 1 AS one')))).toEqual(
    Array.from({ length: 8 }, () => [{ one: 1 }]),
  );
});

test('a statement that nobody is waiting for goes on when another asker leaves', async () => {
  const left = new AbortController();
  const other = new AbortController();
  const sleeping = cancelledBy(other.signal, () => graph.db.query('SELECT pg_sleep(20)'));
  expect(await until(1)).toBe(1);
  left.abort();
  await pass(150);
  expect(await sleepers()).toBe(1);
  other.abort();
  await expect(sleeping).rejects.toThrow();
});

test('who has left sends nothing more', async () => {
  const sent = await graph.statementsOf(() =>
    expect(cancelledBy(AbortSignal.abort(), () => graph.db.query('SELECT 1'))).rejects.toThrow(),
  );
  // TypeORM tells of a statement before its connection refuses it.
  expect(sent).toEqual(['SELECT 1']);
});

test('a transaction that is left half-way is rolled back before its connection serves another', async () => {
  const left = new AbortController();
  const writing = cancelledBy(left.signal, () =>
    graph.db.transaction(async (tx) => {
      await tx.query(`INSERT INTO book (id, title) VALUES ('left', 'Left')`);
      left.abort();
      await tx.query('SELECT 1');
    }),
  );
  await expect(writing).rejects.toThrow();
  const { rows } = await outsider.query(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
  );
  expect([await graph.db.query(`SELECT id FROM book WHERE id = 'left'`), rows]).toEqual([[], []]);
});

test('the errors of an operation that was left are those of a domain that did not answer', async () => {
  const left = new AbortController();
  const answering = cancelledBy(left.signal, () => graph.run('{ failure(kind: "slow") }'));
  setTimeout(() => left.abort(), 50);
  expect((await answering).errors?.map(({ extensions }) => extensions)).toEqual([
    { code: 'SUBGRAPH_UNAVAILABLE', domain: 'library', requestId: 'test-request' },
  ]);
});
