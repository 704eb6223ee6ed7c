import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createLog } from '../log.ts';
import { openSubgraph } from '../open-subgraph.ts';
import { defineSubgraph } from '../subgraph.ts';
import { library } from '../testing/library/library.fixture.ts';
import { type TestSubgraph, testSubgraph } from '../testing/test-subgraph.ts';
import { checkJobs, type Job, type JobRun } from './job.ts';
import { pruneIdempotencyKeys } from './prune-idempotency-keys.ts';

const seen: string[] = [];
let copy: (run: JobRun) => Promise<void> = async () => {};

const jobs: Job[] = [
  {
    name: 'copy-book',
    retryLimit: 2,
    handler: (run) => copy(run),
    onFailed: async ({ data }) => void seen.push(`given up ${data['id']}`),
  },
  pruneIdempotencyKeys,
];
const { typeDefs: _t, schema: _s, permissionRows: _p, schemaWithoutPermissions: _w, ...definition } = library;

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(defineSubgraph({ ...definition, jobs }));
});
afterAll(() => graph.stop());
beforeEach(async () => {
  seen.length = 0;
  copy = async ({ data, attempt }) => void seen.push(`${data['id']} run ${attempt}`);
  await graph.db.query('DELETE FROM library_jobs.job');
});

const ask = (id: string, singletonKey?: string) =>
  graph.db.transaction((tx) =>
    graph.open.jobs.enqueue(tx, 'copy-book', { id }, singletonKey === undefined ? {} : { singletonKey }),
  );

async function states(): Promise<string[]> {
  const rows: { state: string }[] = await graph.db.query(
    `SELECT name || ' ' || state AS state FROM library_jobs.job ORDER BY created_on, name`,
  );
  return rows.map(({ state }) => state);
}

test('a job asked for in a transaction is done once, after its commit', async () => {
  await ask('a');
  await expect(
    graph.db.transaction(async (tx) => {
      await graph.open.jobs.enqueue(tx, 'copy-book', { id: 'b' });
      throw new Error('rolled back');
    }),
  ).rejects.toThrow('rolled back');
  expect([await graph.runJobs(), await graph.runJobs(), seen]).toEqual([1, 0, ['a run 1']]);
  expect(await states()).toEqual(['copy-book completed']);
});

test('out of a transaction, or of an unknown kind, nothing is asked', async () => {
  await expect(graph.open.jobs.enqueue(graph.db, 'copy-book', {})).rejects.toThrow('in a transaction');
  await expect(graph.db.transaction((tx) => graph.open.jobs.enqueue(tx, 'burn-book', {}))).rejects.toThrow(
    'has no job named burn-book',
  );
});

test('while a job of a key waits, no second one is made; without a key each is one', async () => {
  expect([await ask('a', 'k'), await ask('b', 'k')].map((id) => id !== null)).toEqual([true, false]);
  await ask('c');
  await ask('d');
  await graph.runJobs();
  expect([seen, (await ask('e', 'k')) !== null]).toEqual([['a run 1', 'c run 1', 'd run 1'], true]);
});

test('a job that fails is run again; what it threw stays out of the database', async () => {
  copy = async ({ data, attempt }) => {
    seen.push(`${data['id']} run ${attempt}`);
    if (attempt === 1) throw new Error('secret-7319');
  };
  await ask('a');
  await graph.runJobs();
  const [kept]: { whole: string }[] = await graph.db.query('SELECT j::text AS whole FROM library_jobs.job j');
  expect([seen, kept?.whole.includes('secret-7319')]).toEqual([['a run 1', 'a run 2'], false]);
});

test('a job that always fails is given up, and that is told once', async () => {
  copy = async () => {
    throw new Error('always');
  };
  await ask('a');
  expect([await graph.runJobs(), seen]).toEqual([4, ['given up a']]);
});

test('the job of a process that died is taken again', async () => {
  await ask('a');
  // A process takes it, and is heard of no more.
  await graph.db.query(
    `UPDATE library_jobs.job SET state = 'active', started_on = now() - interval '2 minutes', heartbeat_on = now() - interval '1 minute'`,
  );
  expect([await graph.runJobs(), seen]).toEqual([0, []]);
  await graph.open.jobs.reclaim();
  expect([await graph.runJobs(), seen]).toEqual([1, ['a run 2']]);
});

test('a working process takes jobs by itself, two processes take each once, and a stop ends what goes on', async () => {
  const other = await openSubgraph(graph.open.subgraph, {
    databaseUrl: graph.url,
    clock: () => new Date(),
    log: createLog({ name: 'test', level: 'silent', pretty: false }),
  });
  const all = Promise.withResolvers<void>();
  copy = async ({ data, signal }) => {
    seen.push(String(data['id']));
    if (data['id'] === 'last') {
      all.resolve();
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    }
  };
  for (const id of ['a', 'b', 'c']) await ask(id);
  await Promise.all([graph.runJobs(), other.jobs.runAll()]);
  expect([...seen].sort()).toEqual(['a', 'b', 'c']);
  await ask('last');
  await other.jobs.work();
  await all.promise;
  await other.close();
  copy = async ({ data, attempt }) => void seen.push(`${data['id']} run ${attempt}`);
  await graph.runJobs();
  expect(seen.slice(3)).toEqual(['last', 'last run 2']);
});

test('the running subgraph makes no table, and cannot', async () => {
  await expect(graph.db.query('CREATE TABLE library_jobs.mine (id text)')).rejects.toThrow(
    'permission denied',
  );
});

test('old idempotency keys go, those that may still serve stay', async () => {
  await graph.db.query(`INSERT INTO idempotency_key (owner, operation, key, body_hash, created_at) VALUES
    ('o', 'add', 'old', '', now() - interval '91 days'), ('o', 'add', 'young', '', now() - interval '89 days')`);
  await graph.db.transaction((tx) => graph.open.jobs.enqueue(tx, pruneIdempotencyKeys.name, {}));
  await graph.runJobs();
  expect(await graph.db.query('SELECT key FROM idempotency_key')).toEqual([{ key: 'young' }]);
});

test.each([
  ['an odd name', [{ name: 'Copy book' }], 'an odd name'],
  ['the same name twice', [{ name: 'copy' }, { name: 'copy' }], 'twice: copy'],
  ['no end', [{ name: 'copy', expireInSeconds: 24 * 3_600 }], 'never ends'],
])('%s is refused at the start', (_case, declared, problem) => {
  const handler = async () => {};
  expect(() =>
    checkJobs(
      'library',
      declared.map((job) => ({ ...job, handler })),
    ),
  ).toThrow(problem);
});
