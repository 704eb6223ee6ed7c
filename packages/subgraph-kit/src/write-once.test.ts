import { afterAll, beforeAll, expect, test } from 'vitest';
import { ConflictError } from './refusal/refusal.type.ts';
import { library } from './testing/library/library.fixture.ts';
import { type TestSubgraph, testSubgraph } from './testing/test-subgraph.ts';
import { VISITOR } from './viewer.ts';
import { writeOnce } from './write-once.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(library);
});
afterAll(() => graph.stop());

const VIEWER = { ...VISITOR, kind: 'person', subject: 'PERSON:a', roles: ['reader'] } as const;

function write(key: string, what: (calls: number) => object) {
  const ctx = graph.open.newContext(VIEWER, 'test');
  return writeOnce(
    ctx,
    'test',
    { idempotencyKey: key },
    async (tx) => {
      const [row]: { n: number }[] = await tx.query('SELECT count(*)::int AS n FROM idempotency_key');
      return what(row?.n ?? 0);
    },
    (_tx, kept) => ({ shown: kept }),
  );
}

test('what was kept answers again, without writing again', async () => {
  expect(await write('one', (keys) => ({ keys }))).toEqual({ shown: { keys: 1 } });
  expect(await write('one', () => ({ keys: 'never' }))).toEqual({ shown: { keys: 1 } });
});

test('a refusal undoes all, and leaves the key free', async () => {
  expect(await write('two', () => ConflictError.of('Non.', 3))).toMatchObject({ currentVersion: 3 });
  expect(await write('two', (keys) => ({ keys }))).toEqual({ shown: { keys: 2 } });
});

test('twenty at once write once', async () => {
  let writes = 0;
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      write('three', () => {
        writes += 1;
        return { write: writes };
      }),
    ),
  );
  expect(answers).toEqual(answers.map(() => ({ shown: { write: 1 } })));
  expect(writes).toBe(1);
});

test('a malformed key is a problem of the input', async () => {
  expect(await write(' ', () => ({}))).toMatchObject({ problems: [{ code: 'IDEMPOTENCY_KEY_MALFORMED' }] });
});
