import { type OpenSubgraph, openSubgraph, systemClock } from '@graphess/subgraph-kit';
import { type TestSubgraph, testSubgraph } from '@graphess/subgraph-kit/testing';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { access } from '../access/access.ts';
import type { Session } from './session.ts';
import { sessionJournal } from './session-journal.ts';
import { KeysUnreachable } from './token-refused.ts';

const log = pino({ level: 'silent' });
let graph: TestSubgraph;
let narrow: OpenSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(access);
  narrow = await openNarrow();
});
afterAll(async () => {
  await narrow.close();
  await graph.stop();
});

const openNarrow = () =>
  openSubgraph(access, {
    databaseUrl: graph.url,
    clock: systemClock,
    log,
    poolSize: 1,
    connectTimeoutMs: 50,
  });
const sessionOf = (number: number): Session => ({
  id: `00000000-0000-4000-8000-00000000000${number}`,
  subject: 'person-1',
  roles: [],
  organization: null,
  expiresAt: Math.floor(Date.now() / 1_000) + 3_600,
});
/** While the only connection is taken. */
const whileTaken = async <Value>(work: () => Promise<Value>): Promise<Value> =>
  narrow.db.transaction(async (taken) => {
    await taken.query('SELECT 1');
    return work();
  });

test('a session that one gateway ended is ended for the others', async () => {
  await sessionJournal(() => graph.open, log).end(sessionOf(1), 'r');
  const other = sessionJournal(() => narrow, log);
  expect([await other.isEnded(sessionOf(1)), await other.isEnded(sessionOf(2))]).toEqual([true, false]);
});

test('with its connections taken, nobody can say; the gateway that ended it still does', async () => {
  const journal = sessionJournal(() => narrow, log);
  await journal.end(sessionOf(3), 'r');
  const answers = await whileTaken(async () => [
    await journal.isEnded(sessionOf(3)),
    await journal.isEnded(sessionOf(1)).catch((error: unknown) => error instanceof KeysUnreachable),
    await sessionJournal(() => narrow, log)
      .isEnded(sessionOf(3))
      .catch((error: unknown) => error),
  ]);
  expect(answers).toEqual([true, true, expect.any(KeysUnreachable)]);
});

test('with the database away, whoever was signed in goes on, but for what was ended here', async () => {
  let open: OpenSubgraph = graph.open;
  const journal = sessionJournal(() => open, log);
  await journal.end(sessionOf(5), 'r');
  open = { db: { query: unreachable } } as unknown as OpenSubgraph;
  expect([await journal.isEnded(sessionOf(5)), await journal.isEnded(sessionOf(6))]).toEqual([true, false]);
});

test('an error of ours is no reason to let anybody in', async () => {
  const broken = { db: { query: async () => Promise.reject(new TypeError('a bug')) } };
  const journal = sessionJournal(() => broken as unknown as OpenSubgraph, log);
  await expect(journal.isEnded(sessionOf(7))).rejects.toThrow('a bug');
});

async function unreachable(): Promise<never> {
  throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' });
}
