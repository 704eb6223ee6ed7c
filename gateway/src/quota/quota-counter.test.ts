import { openSubgraph, systemClock } from '@graphess/subgraph-kit';
import { type TestSubgraph, testSubgraph } from '@graphess/subgraph-kit/testing';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { access } from '../access/access.ts';
import { clearOldBuckets, databaseCounter } from './database-counter.ts';
import { insuredCounter } from './insured-counter.ts';
import { memoryCounter } from './memory-counter.ts';
import type { QuotaCounter } from './quota-counter.ts';
import { sparingCounter } from './sparing-counter.ts';

const log = pino({ level: 'silent' });
let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(access);
});
afterAll(() => graph.stop());

const counters: [string, () => QuotaCounter][] = [
  ['in PostgreSQL', () => databaseCounter(() => graph.db)],
  ['in memory', () => memoryCounter()],
];

describe.each(counters)('%s', (_where, make) => {
  test('points are spent until there are too few, and a refusal takes none', async () => {
    const counter = make();
    const spendings = [];
    for (const points of [4, 4, 4, 2, 1]) spendings.push(await counter.spend('b', points, 10));
    expect(spendings.map(({ accepted, spent }) => [accepted, spent])).toEqual([
      [true, 4],
      [true, 8],
      [false, 8],
      [true, 10],
      [false, 10],
    ]);
  });

  test('a window ends a minute after its first point', async () => {
    const { resetMs } = await make().spend('a new bucket', 1, 10);
    expect([resetMs > 50_000, resetMs <= 60_000]).toEqual([true, true]);
  });

  test('more at once than a whole window holds is refused', async () => {
    const counter = make();
    expect((await counter.spend('wide', 11, 10)).accepted).toBe(false);
    expect(await counter.spend('wide', 10, 10)).toEqual({
      accepted: true,
      spent: 10,
      resetMs: expect.any(Number),
    });
  });
});

const accepted = async (requests: Promise<boolean>[]) => (await Promise.all(requests)).filter(Boolean).length;

test('of 200 requests at once at two gateways, exactly the limit is accepted', async () => {
  const other = await openSubgraph(access, { databaseUrl: graph.url, clock: systemClock, log });
  const gateways = [databaseCounter(() => graph.db), databaseCounter(() => other.db)];
  const requests = Array.from({ length: 200 }, async (_, index) => {
    const spending = await gateways[index % 2]?.spend('crowd', 1, 37);
    return spending?.accepted === true;
  });
  const total = await accepted(requests);
  await other.close();
  expect(total).toBe(37);
});

test('negative control: reading first and writing after lets more in', async () => {
  const careless = async (): Promise<boolean> => {
    const rows: { spent: number }[] = await graph.db.query(
      `SELECT spent::int AS spent FROM quota_counter WHERE bucket = 'careless'`,
    );
    await graph.db.query('SELECT pg_sleep(0.02)');
    const spent = rows[0]?.spent ?? 0;
    if (spent >= 5) return false;
    await graph.db.query(
      `INSERT INTO quota_counter VALUES ('careless', 1, true, now() + interval '1 minute')
       ON CONFLICT (bucket) DO UPDATE SET spent = $1`,
      [spent + 1],
    );
    return true;
  };
  expect(await accepted(Array.from({ length: 40 }, careless))).toBeGreaterThan(5);
});

test('points of all sizes at once never add up to more than the limit', async () => {
  const counter = databaseCounter(() => graph.db);
  const sizes = Array.from({ length: 100 }, (_, index) => 1 + ((index * 7) % 13));
  const spendings = await Promise.all(sizes.map((points) => counter.spend('sizes', points, 100)));
  const total = sizes.reduce((sum, points, index) => sum + (spendings[index]?.accepted ? points : 0), 0);
  const [row] = await graph.db.query(`SELECT spent::int AS spent FROM quota_counter WHERE bucket = 'sizes'`);
  expect([total, row.spent]).toEqual([100, 100]);
});

test('a window that is over begins anew, and old ones are cleared', async () => {
  const counter = databaseCounter(() => graph.db);
  for (const bucket of ['old', 'older']) await counter.spend(bucket, 10, 10);
  await graph.db.query(
    `UPDATE quota_counter SET ends_at = now() - interval '1 second' WHERE bucket LIKE 'old%'`,
  );
  expect((await counter.spend('old', 3, 10)).spent).toBe(3);
  await clearOldBuckets(graph.db);
  expect(await graph.db.query(`SELECT bucket FROM quota_counter WHERE bucket LIKE 'old%'`)).toEqual([
    { bucket: 'old' },
  ]);
});

test('a memory that is full forgets the oldest bucket, and a window in memory ends', async () => {
  let at = 0;
  const counter = memoryCounter(() => at);
  await counter.spend('a', 1, 1);
  at = 59_999;
  const before = await counter.spend('a', 1, 1);
  at = 60_000;
  expect([before.accepted, (await counter.spend('a', 1, 1)).accepted]).toEqual([false, true]);
});

test('while the database is away each gateway counts by itself, and goes back to it', async () => {
  let at = 0;
  let connected = false;
  const counter = insuredCounter({
    shared: databaseCounter(() => (connected ? graph.db : null)),
    own: memoryCounter(),
    log,
    now: () => at,
  });
  const away = [];
  for (let request = 0; request < 4; request += 1) away.push((await counter.spend('insured', 1, 3)).accepted);
  connected = true;
  const resting = (await counter.spend('insured', 1, 3)).accepted;
  at = 1_001;
  expect([away, resting, (await counter.spend('insured', 1, 3)).spent]).toEqual([
    [true, true, true, false],
    false,
    1,
  ]);
});

test('a shared counter that is too slow is not waited for', async () => {
  const never: QuotaCounter = { spend: () => new Promise(() => {}) };
  const counter = insuredCounter({ shared: never, own: memoryCounter(), log });
  expect((await counter.spend('slow', 1, 3)).spent).toBe(1);
});

test('a flood on an empty bucket costs the database nothing until its window is over', async () => {
  let at = 0;
  let asked = 0;
  const shared: QuotaCounter = {
    async spend(_bucket, _points, limit) {
      asked += 1;
      return { accepted: asked <= limit, spent: Math.min(asked, limit), resetMs: 1_000 };
    },
  };
  const counter = sparingCounter(shared, () => at);
  const outcomes = [];
  for (let request = 0; request < 50; request += 1) outcomes.push((await counter.spend('b', 1, 2)).accepted);
  const askedInFlood = asked;
  at = 1_000;
  await counter.spend('b', 1, 2);
  expect([outcomes.filter(Boolean).length, askedInFlood, asked]).toEqual([2, 2, 3]);
});
