import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { library } from '../testing/library/library.fixture.ts';
import { type TestSubgraph, testSubgraph } from '../testing/test-subgraph.ts';
import { claimArea } from './area.ts';
import { firstLoadedAt, type LoadReport, loadUnlessSame, upsertRows } from './load.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(library);
});
afterAll(() => graph.stop());
beforeEach(() =>
  graph.db.query('DELETE FROM author; DELETE FROM book; DELETE FROM loaded_set; DELETE FROM change_log;'),
);

const row = (id: string, title: string, pages: number | null = null) => ({
  id,
  title,
  pages,
  added_at: '2026-01-01T00:00:00Z',
});

function upsert(rows: readonly object[]): Promise<LoadReport> {
  return upsertRows(graph.db, 'book', ['id'], rows);
}

test('a load counts what it inserted and what it changed; loaded again it does neither', async () => {
  expect([
    await upsert([row('b1', 'Œuvre'), row('b2', "L'été", 3)]),
    await upsert([row('b1', 'Œuvre', 1), row('b2', "L'été", 3), row('b3', '')]),
    await upsert([row('b1', 'Œuvre', 1), row('b2', "L'été", 3), row('b3', '')]),
    await upsert([]),
  ]).toEqual([
    { set: 'book', read: 2, inserted: 2, changed: 0 },
    { set: 'book', read: 3, inserted: 1, changed: 1 },
    { set: 'book', read: 3, inserted: 0, changed: 0 },
    { set: 'book', read: 0, inserted: 0, changed: 0 },
  ]);
});

test('a load that changes nothing leaves nothing in the change log', async () => {
  await upsert([row('b1', 'One'), row('b2', 'Two')]);
  const [before]: { seq: string }[] = await graph.db.query('SELECT max(seq) AS seq FROM change_log');
  await upsert([row('b1', 'One'), row('b2', 'Two')]);
  expect(await graph.db.query('SELECT max(seq) AS seq FROM change_log')).toEqual([before]);
});

test('more rows than a batch are all loaded', async () => {
  const rows = Array.from({ length: 4001 }, (_, index) => row(`b${index}`, 'Book'));
  expect(await upsert(rows)).toEqual({ set: 'book', read: 4001, inserted: 4001, changed: 0 });
});

async function loadSet(fingerprint: string, options: { thorough?: boolean; day?: string } = {}) {
  let ran = 0;
  const settings = { thorough: options.thorough ?? false, now: new Date(options.day ?? '2026-01-01') };
  const reports = await loadUnlessSame(graph.db, { name: 'books', fingerprint }, settings, async (tx) => {
    ran++;
    return [await upsertRows(tx, 'book', ['id'], [row('b1', fingerprint)])];
  });
  return { ran, reports };
}

test('the same files are not read twice, unless thoroughness is asked for', async () => {
  const counts = async (...args: Parameters<typeof loadSet>) => {
    const { ran, reports } = await loadSet(...args);
    return [ran, ...reports.map(({ read, inserted, changed }) => [read, inserted, changed])];
  };
  expect([
    await counts('v1'),
    await counts('v1'),
    await counts('v1', { thorough: true }),
    await counts('v2'),
  ]).toEqual([
    [1, [1, 1, 0]],
    [0, [1, 0, 0]],
    [1, [1, 0, 0]],
    [1, [1, 0, 1]],
  ]);
});

test('five loads at once read the files once', async () => {
  const loads = await Promise.all(Array.from({ length: 5 }, () => loadSet('v1')));
  expect(loads.map(({ ran }) => ran).sort()).toEqual([0, 0, 0, 0, 1]);
});

test('a load that fails leaves no trace and is done again', async () => {
  const settings = { thorough: false, now: new Date('2026-01-01') };
  const failing = loadUnlessSame(graph.db, { name: 'books', fingerprint: 'v1' }, settings, async (tx) => {
    await upsertRows(tx, 'book', ['id'], [row('b1', 'lost')]);
    throw new Error('the file is broken');
  });
  await expect(failing).rejects.toThrow('the file is broken');
  expect([await graph.db.query('SELECT id FROM book'), (await loadSet('v1')).ran]).toEqual([[], 1]);
});

test('the instant of the first load stays that of the first', async () => {
  expect(await firstLoadedAt(graph.db, 'books')).toBe(null);
  await loadSet('v1', { day: '2026-01-01' });
  await loadSet('v2', { day: '2027-01-01' });
  expect(await firstLoadedAt(graph.db, 'books')).toEqual(new Date('2026-01-01'));
});

test('a database holds the area of its first load, and says so to another', async () => {
  const claims = [
    await claimArea(graph.db, '92'),
    await claimArea(graph.db, '92'),
    await claimArea(graph.db, '2A'),
  ];
  expect(claims).toEqual(['92', '92', '92']);
});
