import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ServedSubgraph, serveSubgraph } from '../http/serve-subgraph.ts';
import { copiedRows, followBooks, library, ownerRows, reader } from '../testing/library/library.fixture.ts';
import { testIdentities } from '../testing/service-identities.ts';
import { type TestSubgraph, testSubgraph } from '../testing/test-subgraph.ts';
import { type ChangeSource, httpChangeSource } from './change-source.ts';
import { startFollower } from './follower.ts';

const identityOf = await testIdentities('library', 'reader');
const identity = identityOf('library');
const silent = pino({ level: 'silent' });
let owner: TestSubgraph;
let copy: TestSubgraph;

beforeEach(async () => {
  [owner, copy] = await Promise.all([testSubgraph(library), testSubgraph(reader)]);
});
afterEach(async () => {
  await Promise.all([owner.stop(), copy.stop()]);
});

async function copyBooks(source: ChangeSource): Promise<void> {
  const follower = startFollower(copy.db, followBooks, source, silent);
  try {
    await follower.catchUp();
  } finally {
    await follower.stop();
  }
}

async function bothBooks(): Promise<unknown[]> {
  const [ours, theirs] = (await Promise.all([copiedRows(copy.db), ownerRows(owner.db)])) as {
    books: unknown;
  }[];
  return [ours?.books, theirs?.books];
}

test('a source that was rebuilt is copied afresh', async () => {
  await owner.db.query(`INSERT INTO book (id, title) SELECT 'b' || n, 'Old' FROM generate_series(1, 5) n`);
  await copyBooks(owner.open.changes);
  await owner.stop();
  owner = await testSubgraph(library);
  // The new log is longer than the old one: its numbers alone would not tell.
  await owner.db.query(`INSERT INTO book (id, title) SELECT 'b' || n, 'New' FROM generate_series(4, 12) n`);
  await copyBooks(owner.open.changes);
  const [ours, theirs] = await bothBooks();
  expect([ours, (ours as unknown[]).length]).toEqual([theirs, 9]);
});

test('a source that was restored from an older backup is copied afresh', async () => {
  await owner.db.query(`INSERT INTO book (id, title) VALUES ('b1', 'One')`);
  const [backup]: { seq: string }[] = await owner.db.query(
    `SELECT seq::text AS seq FROM change_log WHERE topic = 'book'`,
  );
  await owner.db.query(
    `UPDATE book SET title = 'Lost by the restoration' WHERE id = 'b1'; INSERT INTO book (id, title) VALUES ('b2', 'Lost')`,
  );
  await copyBooks(owner.open.changes);
  await owner.db.query(`DELETE FROM book WHERE id = 'b2'; UPDATE book SET title = 'One' WHERE id = 'b1';`);
  await owner.db.query(
    `DELETE FROM change_log WHERE key = 'b2'; UPDATE change_log SET seq = ${backup?.seq} WHERE key = 'b1';`,
  );
  await copyBooks(owner.open.changes);
  expect(await bothBooks()).toEqual([
    [{ id: 'b1', title: 'One', pages: null }],
    [{ id: 'b1', title: 'One', pages: null }],
  ]);
});

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('waited in vain');
}

test('a source that goes and comes back is followed again by itself; meanwhile the copy says that it lags', async () => {
  const port = await serveSubgraph(owner.open, { host: '127.0.0.1', port: 0, identity });
  const { url } = port;
  await port.stop();
  copy.open.follow([httpChangeSource('library', url, identityOf('reader'))]);
  await expect(copy.open.catchUp()).rejects.toThrow();
  expect(
    (await copy.open.readiness()).follows.map(({ topic, complete, lagSeconds }) => ({
      topic,
      complete,
      lagSeconds,
    })),
  ).toEqual([
    { topic: 'book', complete: false, lagSeconds: null },
    { topic: 'author', complete: false, lagSeconds: null },
  ]);
  await owner.db.query(`INSERT INTO book (id, title) VALUES ('b1', 'One')`);
  const again: ServedSubgraph = await serveSubgraph(owner.open, {
    host: '127.0.0.1',
    port: Number(new URL(url).port),
    identity,
  });
  await until(async () => (await copy.open.readiness()).ready);
  expect(await bothBooks()).toEqual([
    [{ id: 'b1', title: 'One', pages: null }],
    [{ id: 'b1', title: 'One', pages: null }],
  ]);
  const { follows, ...rest } = await copy.open.readiness();
  expect([rest, follows.map(({ behind, complete }) => ({ behind, complete }))]).toEqual([
    { ready: true, database: true },
    [
      { behind: 0, complete: true },
      { behind: 0, complete: true },
    ],
  ]);
  await again.stop();
});
