import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type AttemptResult, once } from './idempotency.ts';
import { library } from './testing/library/library.fixture.ts';
import { type TestSubgraph, testSubgraph } from './testing/test-subgraph.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(library);
});
afterAll(() => graph.stop());
beforeEach(() => graph.db.query('DELETE FROM idempotency_key; DELETE FROM author;'));

type Written = { id: string; at: number };

function attempt(
  body: unknown,
  options: { owner?: string; fail?: boolean; onWriting?: () => void } = {},
): Promise<AttemptResult<Written>> {
  return graph.db.transaction((tx) =>
    once(tx, { owner: options.owner ?? 'o', operation: 'add', key: 'k', body }, async () => {
      const [row]: { id: string }[] = await tx.query(
        `INSERT INTO author (id, name) VALUES (gen_random_uuid(), 'A') RETURNING id`,
      );
      options.onWriting?.();
      await tx.query('SELECT pg_sleep(0.02)');
      if (options.fail === true) throw new Error('the write fails');
      return { id: row?.id ?? '', at: 1 };
    }),
  );
}

async function written(): Promise<number> {
  const [row]: { total: number }[] = await graph.db.query('SELECT count(*)::int AS total FROM author');
  return row?.total ?? 0;
}

test('twenty attempts at once under one key are one write, and all get its result', async () => {
  const results = await Promise.all(Array.from({ length: 20 }, () => attempt({ title: 'x' })));
  const outcomes = results.map(({ outcome }) => outcome).sort();
  const ids = new Set(results.map((each) => (each.outcome === 'CONFLICT' ? 'conflict' : each.result.id)));
  expect([await written(), ids.size, outcomes]).toEqual([
    1,
    1,
    ['DONE', ...Array.from({ length: 19 }, () => 'REPEATED')],
  ]);
});

test('negative control: looking first and inserting after writes twice', async () => {
  const careless = () =>
    graph.db.transaction(async (tx) => {
      const known: unknown[] = await tx.query(`SELECT 1 FROM author WHERE name = 'the same key'`);
      await tx.query('SELECT pg_sleep(0.1)');
      if (known.length === 0)
        await tx.query(`INSERT INTO author (id, name) VALUES (gen_random_uuid(), 'the same key')`);
    });
  await Promise.all([careless(), careless()]);
  expect(await written()).toBe(2);
});

test('the same key with another body is a conflict, and writes nothing', async () => {
  await attempt({ title: 'x' });
  expect([await attempt({ title: 'y' }), await written()]).toEqual([{ outcome: 'CONFLICT' }, 1]);
});

test('the same body in another order is the same body', async () => {
  await attempt({ title: 'x', tags: [{ b: 1, a: 2 }] });
  expect((await attempt({ tags: [{ a: 2, b: 1 }], title: 'x' })).outcome).toBe('REPEATED');
  expect((await attempt({ tags: [{ a: 1, b: 2 }], title: 'x' })).outcome).toBe('CONFLICT');
});

test('a write that fails leaves its key free', async () => {
  await expect(attempt({ title: 'x' }, { fail: true })).rejects.toThrow('the write fails');
  expect([(await attempt({ title: 'other' })).outcome, await written()]).toEqual(['DONE', 1]);
});

test('when the first of two at once fails, the second does the write', async () => {
  const writing = Promise.withResolvers<void>();
  const first = attempt('x', { fail: true, onWriting: writing.resolve });
  await writing.promise;
  const outcomes = await Promise.allSettled([first, attempt('x')]);
  expect([outcomes.map(({ status }) => status), await written()]).toEqual([['rejected', 'fulfilled'], 1]);
});

test('a key belongs to its owner', async () => {
  await attempt({ title: 'x' });
  expect([(await attempt({ title: 'y' }, { owner: 'other' })).outcome, await written()]).toEqual(['DONE', 2]);
});
