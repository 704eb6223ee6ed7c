import { type TestSubgraph, testSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSource, ledger, named, notes } from './ledger.fixture.ts';
import { loadSources } from './load-provenance.ts';
import { loadUnknowns, type UnknownRecord } from './unknown-value.feed.ts';

let own: TestSubgraph;
let book: TestSubgraph;

beforeAll(async () => {
  [own, book] = await Promise.all([testSubgraph(notes), testSubgraph(ledger)]);
  book.open.follow([named(own.open.changes, 'notes'), named(own.open.changes, 'papers')]);
  await loadSources(own.db, [aSource('s1')]);
});
afterAll(async () => {
  await book.stop();
  await own.stop();
});

const names: UnknownRecord = {
  ...{ subject: 'EVT:fete', field: 'guests', label: 'Noms des invités', reason: 'NAMES_NOT_PUBLISHED' },
  ...{ count: 16, source: 's1' },
};
const kept = (): Promise<unknown> =>
  book.db.query('SELECT id, count, label, origin, source_id FROM unknown_value ORDER BY id');

test('what a subgraph does not know is followed, with its source, until somebody tells it', async () => {
  await loadUnknowns(own.db, 'notes', [names]);
  await book.open.catchUp();
  const row = {
    ...{ id: 'UNKNOWN:NAMES_NOT_PUBLISHED/EVT:fete/guests', label: 'Noms des invités' },
    ...{ origin: 'notes', source_id: 's1' },
  };
  expect(await kept()).toEqual([{ ...row, count: 16 }]);
  await loadUnknowns(own.db, 'notes', [{ ...names, count: 2 }]);
  await book.open.catchUp();
  expect(await kept()).toEqual([{ ...row, count: 2 }]);
  await loadUnknowns(own.db, 'notes', []);
  await book.open.catchUp();
  expect(await kept()).toEqual([]);
});

test('a subgraph that speaks for another one is refused', async () => {
  await loadUnknowns(own.db, 'papers', [names]);
  await expect(book.open.catchUp()).rejects.toThrow(
    /^notes sent the unknown UNKNOWN:.*, which is of papers$/,
  );
  expect(await kept()).toEqual([]);
});

test('a reason of no list is refused, and so is a count of nothing', async () => {
  const written = (records: readonly UnknownRecord[]) => loadUnknowns(own.db, 'notes', records);
  await expect(written([{ ...names, count: 0 }])).rejects.toThrow('unknown_value_count_check');
  await expect(
    own.db.query(
      `INSERT INTO unknown_value VALUES ('UNKNOWN:x', 'notes', 'EVT:fete', 'x', 'x', 'OTHER', 1, 's1')`,
    ),
  ).rejects.toThrow('unknown_value_reason_check');
});
