import { clockSetTo } from '@graphess/subgraph-kit';
import { type TestSubgraph, testSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { events } from '../events.ts';

const LOAD = {
  dataDir: 'data',
  area: '92',
  demonstration: true,
  scale: 1,
  thorough: false,
  onProgress: () => {},
};

let graph: TestSubgraph;
let now = clockSetTo('2026-03-02');

beforeAll(async () => {
  graph = await testSubgraph(events, { clock: () => now() });
  await graph.open.load(LOAD);
});
afterAll(() => graph.stop());

const stored = () => graph.db.query('SELECT * FROM event ORDER BY id');
const kinds = () =>
  graph.db.query(
    'SELECT is_demonstration AS demonstration, count(*)::int AS events FROM event GROUP BY 1 ORDER BY 1',
  );

test('a load of another day keeps the dates of the first one and writes nothing, even thorough', async () => {
  const before = await stored();
  now = clockSetTo('2026-09-15');
  const reports = await graph.open.load({ ...LOAD, thorough: true });
  expect({
    written: reports.filter(({ inserted, changed }) => inserted + changed > 0),
    rows: await stored(),
  }).toEqual({
    written: [],
    rows: before,
  });
});

test('facts and invented events stand side by side, each marked', async () => {
  expect(await kinds()).toEqual([
    { demonstration: false, events: 6 },
    { demonstration: true, events: 40 },
  ]);
});

test('what the smaller scale or a platform without demonstration no longer has leaves the table, and comes back the same', async () => {
  const before = await stored();
  await graph.open.load({ ...LOAD, scale: 0.5 });
  const half = await kinds();
  await graph.open.load({ ...LOAD, demonstration: false });
  const none = await kinds();
  await graph.open.load(LOAD);
  expect({ half, none, again: await stored() }).toEqual({
    half: [
      { demonstration: false, events: 6 },
      { demonstration: true, events: 20 },
    ],
    none: [{ demonstration: false, events: 6 }],
    again: before,
  });
});

test('a cancelled event has no spot left, an unknown count stays unknown', async () => {
  const wrong = await graph.db.query(
    `SELECT id FROM event WHERE is_demonstration AND spots_left IS DISTINCT FROM
       CASE WHEN status = 'CANCELLED' THEN 0 WHEN capacity IS NOT NULL THEN greatest(capacity - registered, 0) END`,
  );
  expect(wrong).toEqual([]);
});
