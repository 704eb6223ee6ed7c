import fc from 'fast-check';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ServedSubgraph, serveSubgraph } from '../http/serve-subgraph.ts';
import {
  copiedRows,
  followAuthors,
  followBooks,
  library,
  ownerRows,
  reader,
} from '../testing/library/library.fixture.ts';
import { testIdentities } from '../testing/service-identities.ts';
import { type TestSubgraph, testSubgraph } from '../testing/test-subgraph.ts';
import { type ChangeSource, httpChangeSource, localChangeSource } from './change-source.ts';
import { type Follow, startFollower } from './follower.ts';

const identityOf = await testIdentities('library', 'reader');
const silent = pino({ level: 'silent' });
let owner: TestSubgraph;
let copy: TestSubgraph;
let served: ServedSubgraph;

beforeAll(async () => {
  [owner, copy] = await Promise.all([testSubgraph(library), testSubgraph(reader)]);
  served = await serveSubgraph(owner.open, {
    host: '127.0.0.1',
    port: 0,
    identity: identityOf('library'),
  });
});
afterAll(async () => {
  await served.stop();
  await Promise.all([owner.stop(), copy.stop()]);
});
beforeEach(async () => {
  await owner.db.query('DELETE FROM author; DELETE FROM book; DELETE FROM change_log;');
  await copy.db.query('DELETE FROM book_copy; DELETE FROM author_copy; DELETE FROM follow_position;');
});

/** Follows with one follower per topic for as long as `work` lasts. */
async function following(
  source: ChangeSource,
  work: (catchUp: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const followers = [followBooks, followAuthors].map((follow) =>
    startFollower(copy.db, follow, source, silent),
  );
  try {
    await work(async () => void (await Promise.all(followers.map((follower) => follower.catchUp()))));
  } finally {
    await Promise.all(followers.map((follower) => follower.stop()));
  }
}

const CHANGES: readonly ((a: number, b: number) => string)[] = [
  (a) => `INSERT INTO author VALUES ('a${a}', 'Author ${a}') ON CONFLICT DO NOTHING`,
  (a, b) => `UPDATE author SET name = 'Renamed ${b}' WHERE id = 'a${a}'`,
  (a, b) =>
    `UPDATE author SET id = 'a${b}' WHERE id = 'a${a}' AND NOT EXISTS (SELECT FROM book WHERE author_id = 'a${a}') AND NOT EXISTS (SELECT FROM author WHERE id = 'a${b}')`,
  (a) => `DELETE FROM author WHERE id = 'a${a}'`,
  (a, b) =>
    `INSERT INTO book (id, title, author_id) VALUES ('b${a}', 'Book ${b}', (SELECT id FROM author WHERE id = 'a${b}')) ON CONFLICT (id) DO UPDATE SET title = excluded.title`,
  (a, b) => `UPDATE book SET author_id = (SELECT id FROM author WHERE id = 'a${b}') WHERE id = 'b${a}'`,
  (a) => `UPDATE book SET pages = coalesce(pages, 0) + 1 WHERE id <> 'b${a}'`,
  (a) => `DELETE FROM book WHERE id = 'b${a}'`,
  () => `UPDATE book SET pages = 1 WHERE false`,
];
const change = fc
  .tuple(fc.nat(CHANGES.length - 1), fc.nat(3), fc.nat(3))
  .map(([index, a, b]) => CHANGES[index]?.(a, b) ?? '');
/** Transactions, some of which are undone, with a catch-up after some. */
const history = fc.array(
  fc.record({
    statements: fc.array(change, { minLength: 1, maxLength: 4 }),
    undone: fc.boolean(),
    copied: fc.boolean(),
  }),
  { maxLength: 8 },
);

test.each([
  ['in process', () => owner.open.changes],
  ['over HTTP', () => httpChangeSource('library', served.url, identityOf('reader'))],
])(
  'whatever happens to the owner’s rows, a snapshot and its deltas equal them (%s)',
  async (_way, source) => {
    await following(source(), async (catchUp) => {
      await fc.assert(
        fc.asyncProperty(history, async (transactions) => {
          for (const { statements, undone, copied } of transactions) {
            await owner.db.query(['BEGIN', ...statements, undone ? 'ROLLBACK' : 'COMMIT'].join('; '));
            if (copied) await catchUp();
          }
          await catchUp();
          expect(await copiedRows(copy.db)).toEqual(await ownerRows(owner.db));
        }),
        { numRuns: 25 },
      );
    });
  },
);

/** A source that keeps what was asked of it. */
function spied(source: ChangeSource): ChangeSource & { asked: string[] } {
  const asked: string[] = [];
  return {
    name: source.name,
    asked,
    read(topic, after, ...rest) {
      asked.push(after);
      return source.read(topic, after, ...rest);
    },
  };
}

async function copyBooks(source: ChangeSource, follow: Follow = followBooks): Promise<void> {
  const follower = startFollower(copy.db, follow, source, silent);
  try {
    await follower.catchUp();
  } finally {
    await follower.stop();
  }
}

test('a new follower goes on where the last one stopped, and a deleted row leaves the copy', async () => {
  await owner.db.query(`INSERT INTO book (id, title) VALUES ('b1', 'One'), ('b2', 'Two')`);
  await copyBooks(owner.open.changes);
  const [position]: { seq: string }[] = await copy.db.query('SELECT seq::text AS seq FROM follow_position');
  await owner.db.query(`DELETE FROM book WHERE id = 'b1'; UPDATE book SET title = 'Second' WHERE id = 'b2';`);
  const source = spied(owner.open.changes);
  await copyBooks(source);
  expect([source.asked[0], await copiedRows(copy.db)]).toEqual([
    position?.seq,
    { books: [{ id: 'b2', title: 'Second', pages: null }], authors: [] },
  ]);
});

test('a copy longer than a page is read to its end', async () => {
  await owner.db.query(
    `INSERT INTO book (id, title) SELECT 'b' || n, 'Book' FROM generate_series(1, 4500) n`,
  );
  const source = spied(owner.open.changes);
  await copyBooks(source);
  expect([
    (await copy.db.query('SELECT count(*)::int AS n FROM book_copy'))[0],
    new Set(source.asked).size >= 3,
  ]).toEqual([{ n: 4500 }, true]);
});

test('a page applied twice changes nothing more', async () => {
  await owner.db.query(
    `INSERT INTO book (id, title) VALUES ('b1', 'One'), ('b2', 'Two'); DELETE FROM book WHERE id = 'b2';`,
  );
  const twice: Follow = {
    ...followBooks,
    async apply(db, upserts, deleted) {
      await followBooks.apply(db, upserts, deleted);
      await followBooks.apply(db, upserts, deleted);
    },
  };
  await copyBooks(owner.open.changes, twice);
  expect((await copiedRows(copy.db)) as object).toEqual({
    books: [{ id: 'b1', title: 'One', pages: null }],
    authors: [],
  });
});

test('two followers of one copy, as in two processes, agree', async () => {
  const pair = [0, 1].map(() => startFollower(copy.db, followBooks, owner.open.changes, silent));
  for (let round = 0; round < 15; round++) {
    await owner.db.query(
      `INSERT INTO book (id, title) VALUES ('b${round}', 'Book'); DELETE FROM book WHERE id = 'b${round - 2}';`,
    );
    await Promise.all(pair.map((follower) => follower.catchUp()));
  }
  await Promise.all(pair.map((follower) => follower.stop()));
  expect(await copiedRows(copy.db)).toEqual(await ownerRows(owner.db));
});

test('a page that was read before another process went further is not applied over its copy', async () => {
  await owner.db.query(`INSERT INTO book (id, title) VALUES ('b1', 'Old')`);
  const read = Promise.withResolvers<void>();
  const resume = Promise.withResolvers<void>();
  const late: ChangeSource = {
    name: 'library',
    async read(...asked) {
      const page = await owner.open.changes.read(...asked);
      read.resolve();
      await resume.promise;
      return page;
    },
  };
  const slow = startFollower(copy.db, followBooks, late, silent);
  await read.promise;
  await owner.db.query(`UPDATE book SET title = 'New'; INSERT INTO book (id, title) VALUES ('b2', 'Two')`);
  await copyBooks(owner.open.changes);
  const applied: unknown[] = [];
  const position = () => copy.db.query('SELECT seq FROM follow_position');
  applied.push(await position(), await copiedRows(copy.db));
  resume.resolve();
  await slow.catchUp();
  await slow.stop();
  expect([await position(), await copiedRows(copy.db)]).toEqual(applied);
});

test('a page is of one instant, whatever is written while it is read', async () => {
  await owner.db.query(`INSERT INTO book (id, title) VALUES ('b1', 'Before')`);
  const source = localChangeSource('library', () => owner.db, {
    async book(tx, keys) {
      await owner.db.query(`UPDATE book SET title = 'Meanwhile'`);
      return library.feeds['book']?.(tx, keys) ?? new Map();
    },
  });
  const { head, changes } = await source.read('book', '0', 2_000);
  const last = changes.at(-1);
  expect([last?.value, last?.seq]).toEqual([{ id: 'b1', title: 'Before', pages: null }, head]);
});

test('a copy whose apply fails keeps its position and its rows as they were', async () => {
  await owner.db.query(`INSERT INTO book (id, title) VALUES ('b1', 'One')`);
  await copyBooks(owner.open.changes);
  await owner.db.query(`INSERT INTO book (id, title) VALUES ('b2', 'Two')`);
  const failing: Follow = {
    ...followBooks,
    async apply(db, upserts, deleted) {
      await followBooks.apply(db, upserts, deleted);
      throw new Error('the copy fails');
    },
  };
  await expect(copyBooks(owner.open.changes, failing)).rejects.toThrow('the copy fails');
  expect(await copiedRows(copy.db)).toEqual({
    books: [{ id: 'b1', title: 'One', pages: null }],
    authors: [],
  });
  await copyBooks(owner.open.changes);
  expect(await copiedRows(copy.db)).toEqual(await ownerRows(owner.db));
});
