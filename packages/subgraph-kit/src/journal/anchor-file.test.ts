import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { library } from '../testing/library/library.fixture.ts';
import { type TestSubgraph, testSubgraph } from '../testing/test-subgraph.ts';
import { type AnchorWhen, anchorJournal, readAnchors, verifyAnchoredJournal } from './anchor-file.ts';
import { appendToJournal } from './journal.ts';

let graph: TestSubgraph;
let folder: string;
let file: string;
beforeAll(async () => {
  graph = await testSubgraph(library);
});
afterAll(() => graph.stop());
beforeEach(async () => {
  folder = join(tmpdir(), `anchors-${randomUUID()}`);
  file = join(folder, 'journal-anchors.jsonl');
  await asSuperuser('TRUNCATE library.journal');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function append(count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    await appendToJournal(graph.db, {
      action: 'BOOK_LENT',
      actorKind: 'person',
      actor: 'demo',
      target: null,
      requestId: 'r',
    });
  }
}

async function asSuperuser(statement: string): Promise<void> {
  const client = new Client({ connectionString: graph.url, options: '-c session_replication_role=replica' });
  await client.connect();
  await client.query(statement);
  await client.end();
}

const anchor = (day: string, when: AnchorWhen = 'ALWAYS') =>
  anchorJournal(graph.db, { file, schema: 'library', day, when });

/** Three days: after 2, 5 and 9 rows. */
async function threeDays(): Promise<void> {
  for (const [day, rows] of [
    ['2026-03-01', 2],
    ['2026-03-02', 3],
    ['2026-03-03', 4],
  ] as const) {
    await append(rows);
    await anchor(day);
  }
}

async function altered(change: (lines: string[]) => string[]): Promise<number | null> {
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  await writeFile(file, `${change(lines).join('\n')}\n`);
  return (await readAnchors(file)).broken?.line ?? null;
}

test('no file holds no anchor; three days leave three, which the journal confirms', async () => {
  expect(await readAnchors(file)).toEqual({ anchors: [], broken: null });
  await threeDays();
  const { anchors, broken } = await readAnchors(file);
  expect(broken).toBe(null);
  expect(anchors.map(({ schema, day, rows }) => [schema, day, rows])).toEqual([
    ['library', '2026-03-01', 2],
    ['library', '2026-03-02', 5],
    ['library', '2026-03-03', 9],
  ]);
  expect(await verifyAnchoredJournal(graph.db, 'library', anchors)).toMatchObject({
    rows: 9,
    anchors: 3,
    broken: null,
  });
});

test('a day has one line, whoever writes it', async () => {
  await append(1);
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => anchor('2026-03-01', 'NEW_DAY')));
  expect(outcomes.sort()).toEqual(['ANCHORED', 'NOT_DUE', 'NOT_DUE', 'NOT_DUE', 'NOT_DUE', 'NOT_DUE']);
  expect(await anchor('2026-03-02', 'NEW_DAY')).toBe('ANCHORED');
  expect((await readAnchors(file)).anchors.length).toBe(2);
});

test('what went on since the last line is noted, once', async () => {
  expect(await anchor('2026-03-01', 'NEW_ROWS')).toBe('ANCHORED');
  await append(1);
  expect(await anchor('2026-03-01', 'NEW_ROWS')).toBe('ANCHORED');
  expect(await anchor('2026-03-02', 'NEW_ROWS')).toBe('NOT_DUE');
});

test('writers at once, and lines of another schema between them, keep the file whole', async () => {
  await append(1);
  await Promise.all(Array.from({ length: 4 }, () => anchor('2026-03-01')));
  const [line = ''] = (await readFile(file, 'utf8')).split('\n');
  await writeFile(file, `${await readFile(file, 'utf8')}${line.replace('"library"', '"elsewhere"')}\n`);
  await anchor('2026-03-02');
  const { anchors, broken } = await readAnchors(file);
  expect([anchors.length, broken]).toEqual([6, null]);
});

test('a tail that is cut is told by the last anchor, at its row', async () => {
  await threeDays();
  await asSuperuser('DELETE FROM library.journal WHERE seq > 6');
  const { anchors } = await readAnchors(file);
  expect((await verifyAnchoredJournal(graph.db, 'library', anchors)).broken).toEqual({
    seq: 7,
    reason: 'CUT',
  });
});

test('what contradicts the last anchor is not written over it', async () => {
  await threeDays();
  await asSuperuser('DELETE FROM library.journal WHERE seq > 6');
  await append(5);
  expect(await anchor('2026-03-04')).toBe('CONTRADICTED');
  expect((await readAnchors(file)).anchors.length).toBe(3);
});

test.each<[string, (lines: string[]) => string[], number]>([
  ['a line changed', ([a = '', b = '', c = '']) => [a, b.replace('"rows":5', '"rows":4'), c], 3],
  ['a line removed', ([a = '', , c = '']) => [a, c], 2],
  ['the first line removed', ([, b = '', c = '']) => [b, c], 1],
  ['two lines swapped', ([a = '', b = '', c = '']) => [a, c, b], 2],
  ['a line given twice', ([a = '', b = '', c = '']) => [a, b, b, c], 3],
  ['a line that is no JSON', ([a = '', b = '', c = '']) => [a, b.slice(0, 30), c], 2],
  ['a line with more than a line has', ([a = '', b = '', c = '']) => [a, b.replace('}', ',"x":1}'), c], 2],
])('%s is found in the file', async (_what, change, line) => {
  await threeDays();
  expect(await altered((lines) => lines)).toBe(null);
  expect(await altered(change)).toBe(line);
});
