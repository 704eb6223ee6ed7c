import { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { dataSourceOf } from '../database/data-source.ts';
import { library, reader } from '../testing/library/library.fixture.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { type TestSubgraph, testSubgraph } from '../testing/test-subgraph.ts';
import { appendToJournal, type JournalEntry } from './journal.ts';
import type { JournalEnd } from './journal-chain.ts';
import { journalEnd, verifyJournal } from './verify-journal.ts';

let graph: TestSubgraph;
let superuser: Client;
beforeAll(async () => {
  graph = await testSubgraph(library);
  superuser = new Client({ connectionString: graph.url, options: '-c search_path=library,extensions' });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await graph.stop();
});
beforeEach(async () => {
  await tamper('TRUNCATE journal');
});

const entry = (number: number): JournalEntry => ({
  action: 'BOOK_LENT',
  actorKind: 'person',
  actor: `demo:${number}`,
  target: null,
  requestId: `request-${number}`,
  details: { number, late: false, note: number % 2 === 0 ? null : 'É « œuvre »' },
});

async function append(count: number, db: EntityManager = graph.db): Promise<void> {
  for (let number = 1; number <= count; number += 1) await appendToJournal(db, entry(number));
}

/** As whoever owns the server: triggers do not run. */
async function tamper(...statements: string[]): Promise<void> {
  await superuser.query('SET session_replication_role = replica');
  for (const statement of statements) await superuser.query(statement);
  await superuser.query('SET session_replication_role = origin');
}

async function refusalOf(db: EntityManager, statement: string): Promise<string | null> {
  return db.query(statement).then(
    () => null,
    (error: unknown) => String((error as { code?: unknown }).code),
  );
}

test('rows are numbered and hold; an empty journal ends in its first link', async () => {
  const empty = await verifyJournal(graph.db);
  expect(empty).toEqual({ rows: 0, lastHash: (await journalEnd(graph.db)).lastHash, broken: null });
  await append(3);
  const end = await journalEnd(graph.db);
  expect(end.rows).toBe(3);
  expect(await verifyJournal(graph.db, [empty, end])).toEqual({ ...end, broken: null });
});

test('what is rolled back was never written', async () => {
  await append(1);
  const before = await journalEnd(graph.db);
  await graph.db
    .transaction(async (tx) => {
      await append(2, tx);
      throw new Error('undone');
    })
    .catch(() => {});
  expect(await journalEnd(graph.db)).toEqual(before);
  await append(1);
  expect(await verifyJournal(graph.db, [before])).toMatchObject({ rows: 2, broken: null });
});

test('strange texts are written as their hash, whatever their length', async () => {
  await appendToJournal(graph.db, {
    ...entry(1),
    actor: 'x'.repeat(10_000),
    target: 'a\u0000b',
    requestId: '\ud800',
    details: { long: 'é'.repeat(201), short: 'é'.repeat(200) },
  });
  const [row] = await graph.db.query('SELECT actor, target, request_id, details FROM journal');
  const hashed = expect.stringMatching(/^sha256:[0-9a-f]{64}$/);
  expect(row).toEqual({
    actor: hashed,
    target: hashed,
    request_id: hashed,
    details: { long: hashed, short: 'é'.repeat(200) },
  });
  expect((await verifyJournal(graph.db)).broken).toBe(null);
});

test.each([
  ['inserts no row', 'INSERT INTO journal SELECT * FROM journal', '42501'],
  ['changes no row', "UPDATE journal SET action = 'X'", '42501'],
  ['deletes no row', 'DELETE FROM journal', '42501'],
  ['empties it not', 'TRUNCATE journal', '42501'],
  ['disarms no trigger', 'ALTER TABLE journal DISABLE TRIGGER ALL', '42501'],
])('the running subgraph %s', async (_what, statement, refusal) => {
  await append(1);
  expect(await refusalOf(graph.db, statement)).toBe(refusal);
});

test.each(["UPDATE journal SET action = 'X'", 'DELETE FROM journal', 'TRUNCATE journal'])(
  'even the owner is refused: %s',
  async (statement) => {
    await append(1);
    await superuser.query('SET ROLE graphess_library_owner');
    const code = await superuser.query(statement).then(
      () => null,
      (error: { code?: string }) => error.code,
    );
    await superuser.query('RESET ROLE');
    expect(code).toBe('23001');
  },
);

const NUMBER_BACK = (from: number) =>
  `UPDATE journal SET seq = seq - 1 WHERE seq IN (SELECT seq FROM journal WHERE seq > ${from})`;

test.each<[string, string[], { seq: number; reason: string }]>([
  ['changed', [`UPDATE journal SET actor = 'demo:other' WHERE seq = 4`], { seq: 4, reason: 'CHANGED' }],
  [
    'dated back',
    [`UPDATE journal SET at = at - interval '1 day' WHERE seq = 4`],
    { seq: 4, reason: 'CHANGED' },
  ],
  ['emptied', [`UPDATE journal SET actor = NULL WHERE seq = 4`], { seq: 4, reason: 'CHANGED' }],
  ['given other details', [`UPDATE journal SET details = '{}' WHERE seq = 4`], { seq: 4, reason: 'CHANGED' }],
  ['deleted', ['DELETE FROM journal WHERE seq = 4'], { seq: 4, reason: 'MISSING' }],
  ['deleted at the beginning', ['DELETE FROM journal WHERE seq = 1'], { seq: 1, reason: 'MISSING' }],
  [
    'deleted and closed up',
    ['DELETE FROM journal WHERE seq = 4', NUMBER_BACK(4)],
    { seq: 4, reason: 'OUT_OF_PLACE' },
  ],
  [
    'swapped',
    ['UPDATE journal SET seq = -seq WHERE seq IN (4, 5)', 'UPDATE journal SET seq = 9 + seq WHERE seq < 0'],
    { seq: 4, reason: 'OUT_OF_PLACE' },
  ],
  [
    'slipped in',
    [
      'UPDATE journal SET seq = 1000 + seq WHERE seq > 4',
      'UPDATE journal SET seq = seq - 999 WHERE seq > 1000',
      `INSERT INTO journal SELECT 5, at, 'FORGED', actor_kind, actor, target, request_id, details, hash, hash
         FROM journal WHERE seq = 4`,
    ],
    { seq: 5, reason: 'CHANGED' },
  ],
  [
    'slipped in under a number that is taken',
    [
      `INSERT INTO journal SELECT 4, at, action, actor_kind, actor, target, request_id, details, '\\xff', hash
         FROM journal WHERE seq = 4`,
    ],
    { seq: 4, reason: 'OUT_OF_PLACE' },
  ],
])('a row %s is found at its place', async (_how, statements, broken) => {
  await append(8);
  await superuser.query(
    'ALTER TABLE journal DROP CONSTRAINT journal_seq_check, DROP CONSTRAINT journal_pkey',
  );
  await tamper(...statements);
  const verdict = await verifyJournal(graph.db);
  await tamper('TRUNCATE journal');
  await superuser.query(
    'ALTER TABLE journal ADD CONSTRAINT journal_seq_check CHECK (seq > 0), ADD PRIMARY KEY (seq)',
  );
  expect(verdict.broken).toEqual(broken);
});

test('a tail that is cut off is found by an anchor, and by nothing else', async () => {
  await append(8);
  const anchor = await journalEnd(graph.db);
  await tamper('DELETE FROM journal WHERE seq > 6');
  expect((await verifyJournal(graph.db)).broken).toBe(null);
  expect((await verifyJournal(graph.db, [anchor])).broken).toEqual({ seq: 7, reason: 'CUT' });
});

test('a journal that was cut and written again is found between two anchors', async () => {
  await append(3);
  const first = await journalEnd(graph.db);
  await append(3);
  const second = await journalEnd(graph.db);
  await tamper('DELETE FROM journal WHERE seq > 4');
  await append(4);
  expect((await verifyJournal(graph.db)).broken).toBe(null);
  expect((await verifyJournal(graph.db, [first, second])).broken).toEqual({
    seq: 6,
    reason: 'REWRITTEN',
    since: 3,
  });
});

test('the journal of another schema does not pass for this one', async () => {
  const both = await createTestDatabase([library, reader]);
  const server = new Client({ connectionString: both.url });
  await server.connect();
  const owner = await dataSourceOf(reader, { url: both.url, as: 'owner', poolSize: 1 }).initialize();
  await server.query(`SELECT library.append_to_journal('BOOK_LENT', 'person', 'demo', NULL, 'r', '{}')`);
  await server.query('INSERT INTO reader.journal SELECT * FROM library.journal');
  const verdict = await verifyJournal(owner.manager);
  await owner.destroy();
  await server.end();
  await both.drop();
  expect(verdict.broken).toEqual({ seq: 1, reason: 'OUT_OF_PLACE' });
});

/** Sixteen sessions that append at once, in transactions that last. */
async function appendAtOnce(): Promise<(string | null)[]> {
  const clients = await Promise.all(
    Array.from({ length: 16 }, async () => {
      const client = new Client({
        connectionString: graph.url,
        options: '-c role=graphess_library -c search_path=library,extensions',
      });
      await client.connect();
      return client;
    }),
  );
  const outcomes = await Promise.all(
    clients.flatMap(async (client, writer) => {
      const refusals: (string | null)[] = [];
      for (let turn = 0; turn < 5; turn += 1) {
        const refusal = await client
          .query(
            `BEGIN; SELECT append_to_journal('BOOK_LENT', 'person', 'demo:${writer}', NULL, 'r', '{}'); SELECT pg_sleep(0.002); COMMIT`,
          )
          .then(
            () => null,
            async (error: { code?: string }) => {
              await client.query('ROLLBACK');
              return error.code ?? 'unknown';
            },
          );
        refusals.push(refusal);
      }
      return refusals;
    }),
  );
  await Promise.all(clients.map((client) => client.end()));
  return outcomes.flat();
}

test('sixteen writers at once keep one chain; without the lock it forks', async () => {
  expect(await appendAtOnce()).toEqual(Array.from({ length: 80 }, () => null));
  expect(await verifyJournal(graph.db)).toMatchObject({ rows: 80, broken: null });

  await tamper('TRUNCATE journal');
  const [{ source }] = (
    await superuser.query(`SELECT pg_get_functiondef('append_to_journal'::regproc) AS source`)
  ).rows as [{ source: string }];
  await superuser.query(source.replace(/PERFORM pg_advisory_xact_lock[^;]*;/, ''));
  const refused = (await appendAtOnce()).filter((code) => code === '23505');
  expect(refused.length).toBeGreaterThan(0);

  await tamper('TRUNCATE journal');
  await superuser.query('ALTER TABLE journal DROP CONSTRAINT journal_pkey');
  await appendAtOnce();
  const forked = await verifyJournal(graph.db);
  await tamper('TRUNCATE journal');
  await superuser.query('ALTER TABLE journal ADD PRIMARY KEY (seq)');
  await superuser.query(source);
  expect(forked.broken?.reason).toBe('OUT_OF_PLACE');
});

test('a journal longer than a batch is walked to its end', async () => {
  await graph.db.query(
    `SELECT append_to_journal('BOOK_LENT', 'person', 'demo', NULL, 'r', '{}') FROM generate_series(1, 4500)`,
  );
  const end: JournalEnd = await journalEnd(graph.db);
  expect(await verifyJournal(graph.db, [end])).toEqual({ rows: 4500, lastHash: end.lastHash, broken: null });
});
