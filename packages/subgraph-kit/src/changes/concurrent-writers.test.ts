import { Client } from 'pg';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { sessionOptions } from '../database/roles.ts';
import {
  copiedRows,
  followAuthors,
  followBooks,
  library,
  ownerRows,
  reader,
} from '../testing/library/library.fixture.ts';
import { type TestSubgraph, testSubgraph } from '../testing/test-subgraph.ts';
import { startFollower } from './follower.ts';

let owner: TestSubgraph;
let copy: TestSubgraph;
let clients: Client[] = [];

beforeAll(async () => {
  [owner, copy] = await Promise.all([testSubgraph(library), testSubgraph(reader)]);
});
afterAll(async () => {
  await Promise.all([owner.stop(), copy.stop()]);
});
afterEach(async () => {
  await Promise.all(clients.map((client) => client.end()));
  clients = [];
});

async function writer(): Promise<Client> {
  const client = new Client({
    connectionString: owner.url,
    options: sessionOptions('library', 'graphess_library'),
  });
  await client.connect();
  clients.push(client);
  return client;
}

async function seenBy(client: Client, after: number): Promise<{ seq: number; key: string }[]> {
  const { rows } = await client.query(
    'SELECT seq::int AS seq, key FROM change_log WHERE topic = $1 AND seq > $2 ORDER BY change_log.seq',
    ['book', after],
  );
  return rows;
}

test('a change that commits later has a later number: a reader who saw the last one missed none', async () => {
  const [first, second, follower] = await Promise.all([writer(), writer(), writer()]);
  await first.query(`BEGIN; INSERT INTO book (id, title) VALUES ('slow', 'Slow')`);
  const waiting = second.query(`INSERT INTO book (id, title) VALUES ('quick', 'Quick')`);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const before = await seenBy(follower, 0);
  await first.query('COMMIT');
  await waiting;
  const after = await seenBy(follower, before.at(-1)?.seq ?? 0);
  expect([before, after.map(({ key }) => key)]).toEqual([[], ['slow', 'quick']]);
});

test('negative control: a plain sequence lets a slow writer commit behind a position already read', async () => {
  const [first, second, follower] = await Promise.all([writer(), writer(), writer()]);
  const record = (key: string) =>
    `INSERT INTO change_log (topic, key, seq, kind) VALUES ('plain', '${key}', nextval('change_seq'), 'UPSERT')`;
  const seen = async (after: number): Promise<{ seq: number; key: string }[]> =>
    (
      await follower.query(
        `SELECT seq::int AS seq, key FROM change_log WHERE topic = 'plain' AND seq > $1 ORDER BY change_log.seq`,
        [after],
      )
    ).rows;
  await first.query(`BEGIN; ${record('slow')}`);
  await second.query(record('quick'));
  const before = await seen(0);
  await first.query('COMMIT');
  const after = await seen(before.at(-1)?.seq ?? 0);
  expect([before.map(({ key }) => key), after]).toEqual([['quick'], []]);
});

test('a writer who waits for the log holds no row: writers who touch the same rows in the same order never block each other for good', async () => {
  await owner.db.query(
    `INSERT INTO author VALUES ('a', 'A'); INSERT INTO book (id, title, author_id) VALUES ('b', 'B', 'a')`,
  );
  const [first, second] = await Promise.all([writer(), writer()]);
  await first.query(`BEGIN; UPDATE author SET name = 'A1' WHERE id = 'a'`);
  const waiting = second.query(`UPDATE book SET title = 'B2' WHERE id = 'b'`);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await first.query(`UPDATE book SET title = 'B1' WHERE id = 'b'; COMMIT`);
  await waiting;
  expect(
    await owner.db.query(
      `SELECT name, title FROM author JOIN book ON author_id = author.id WHERE author.id = 'a'`,
    ),
  ).toEqual([{ name: 'A1', title: 'B2' }]);
});

test('eight writers at once and a follower that never waits: the copy misses no change', async () => {
  const followers = [followBooks, followAuthors].map((follow) =>
    startFollower(copy.db, follow, owner.open.changes, pino({ level: 'silent' })),
  );
  await owner.db.query(`INSERT INTO author SELECT 'w' || n, 'Writer' FROM generate_series(0, 7) n`);
  let writing = true;
  const following = (async () => {
    while (writing) await Promise.all(followers.map((follower) => follower.catchUp()));
  })();
  await Promise.all(
    Array.from({ length: 8 }, async (_, index) => {
      const client = await writer();
      for (let round = 0; round < 12; round++) {
        const id = `w${(index + round) % 8}-${round}`;
        await client.query(
          `BEGIN; INSERT INTO book (id, title, author_id) VALUES ('${id}', 'Book', 'w${(index * round) % 8}') ON CONFLICT (id) DO UPDATE SET title = book.title || '+'`,
        );
        await client.query(`SELECT pg_sleep(random() * 0.004)`);
        await client.query(
          round % 4 === 0 ? 'ROLLBACK' : `DELETE FROM book WHERE id = 'w${index}-${round - 3}'; COMMIT`,
        );
      }
    }),
  );
  writing = false;
  await following;
  await Promise.all(followers.map((follower) => follower.catchUp()));
  await Promise.all(followers.map((follower) => follower.stop()));
  expect(await copiedRows(copy.db)).toEqual(await ownerRows(owner.db));
});
