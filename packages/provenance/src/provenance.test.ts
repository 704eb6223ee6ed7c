import { schemaDrift, VISITOR } from '@graphess/subgraph-kit';
import { type TestSubgraph, testSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aClaim, aSource, ledger, named, notes } from './ledger.fixture.ts';
import { loadClaims, loadSources, readSources } from './load-provenance.ts';
import { claimsOfSubject, provenanceOf } from './provenance.queries.ts';

let own: TestSubgraph;
let papers: TestSubgraph;
let book: TestSubgraph;

beforeAll(async () => {
  [own, papers, book] = await Promise.all([testSubgraph(notes), testSubgraph(notes), testSubgraph(ledger)]);
  book.open.follow([named(own.open.changes, 'notes'), named(papers.open.changes, 'papers')]);
});
afterAll(async () => {
  await book.stop();
  await Promise.all([own.stop(), papers.stop()]);
});
beforeEach(async () => {
  await book.open.catchUp();
  for (const { db } of [own, papers, book]) await db.query('DELETE FROM claim; DELETE FROM source;');
  await book.open.catchUp();
  await loadSources(own.db, [aSource('s1'), aSource('s2', { publishedOn: '2024-11-13', vintage: '2024' })]);
  await loadSources(papers.db, [aSource('s2'), aSource('s1')]);
});

const request = (graph: TestSubgraph) => graph.open.newContext(VISITOR, 'r');
const statements = async (graph: TestSubgraph) =>
  (await claimsOfSubject(request(graph)).load('EVT:fete')).map(({ statement, origin, current }) => [
    statement,
    origin,
    current,
  ]);

test('entities and migrations agree', async () => {
  expect(await schemaDrift(ledger, book.url)).toEqual([]);
});

test('claims loaded again change nothing, and those that are no longer stated leave', async () => {
  const load = (...claims: ReturnType<typeof aClaim>[]) => loadClaims(own.db, 'notes', claims);
  expect([
    await load(aClaim('le 4 mai'), aClaim('le 5 mai', { source: 's2', current: true })),
    await load(aClaim('le 4 mai'), aClaim('le 5 mai', { source: 's2', current: true })),
    await load(aClaim('le 5 mai', { source: 's2', current: false })),
  ]).toEqual([
    { set: 'claim', read: 2, inserted: 2, changed: 0 },
    { set: 'claim', read: 2, inserted: 0, changed: 0 },
    { set: 'claim', read: 1, inserted: 0, changed: 1 },
  ]);
  expect(await statements(own)).toEqual([['le 5 mai', 'notes', false]]);
});

test('a claim keeps its words and its id, and the one that is held comes first', async () => {
  await loadClaims(own.db, 'notes', [
    aClaim('« 8h30 »  '),
    aClaim('8 h 30', { source: 's2', current: true }),
  ]);
  const before = await claimsOfSubject(request(own)).load('EVT:fete');
  await loadClaims(own.db, 'notes', [
    aClaim('8 h 30', { source: 's2', current: true }),
    aClaim('« 8h30 »  '),
  ]);
  const after = await claimsOfSubject(request(own)).load('EVT:fete');
  expect([before.map(({ statement }) => statement), after]).toEqual([['8 h 30', '« 8h30 »  '], before]);
});

test('a claim of a source that nobody described is refused', async () => {
  await expect(loadClaims(own.db, 'notes', [aClaim('x', { source: 'unknown' })])).rejects.toThrow(
    'claim_source_id_fkey',
  );
});

test('the ledger holds its own claims and those of the others, and follows what they change', async () => {
  await loadSources(book.db, [aSource('s1', { title: 'Le titre du registre' })]);
  await loadClaims(book.db, 'ledger', [aClaim('le 3 mai')]);
  await loadClaims(own.db, 'notes', [aClaim('le 4 mai'), aClaim('le 5 mai', { source: 's2' })]);
  await loadClaims(papers.db, 'papers', [aClaim('le 6 mai', { current: true })]);
  await book.open.catchUp();
  expect((await statements(book)).sort()).toEqual([
    ['le 3 mai', 'ledger', false],
    ['le 4 mai', 'notes', false],
    ['le 5 mai', 'notes', false],
    ['le 6 mai', 'papers', true],
  ]);
  expect(
    (await provenanceOf(request(book), ['s1', 's2'])).map(({ title, publishedOn }) => [title, publishedOn]),
  ).toEqual([
    ['Le titre du registre', null],
    ['Source s2', '2024-11-13'],
  ]);
  await loadClaims(own.db, 'notes', [aClaim('le 4 mai', { current: true })]);
  await loadClaims(papers.db, 'papers', []);
  await book.open.catchUp();
  expect(await statements(book)).toEqual([
    ['le 4 mai', 'notes', true],
    ['le 3 mai', 'ledger', false],
  ]);
});

test('two subgraphs that state the same thing keep a claim each', async () => {
  await loadClaims(own.db, 'notes', [aClaim('le 4 mai')]);
  await loadClaims(papers.db, 'papers', [aClaim('le 4 mai')]);
  await book.open.catchUp();
  expect((await statements(book)).sort()).toEqual([
    ['le 4 mai', 'notes', false],
    ['le 4 mai', 'papers', false],
  ]);
});

test('a subgraph that sends the claim of another one is refused, and the ledger keeps what it had', async () => {
  await loadClaims(own.db, 'notes', [aClaim('le 4 mai')]);
  await book.open.catchUp();
  await loadClaims(own.db, 'papers', [aClaim('le 5 mai')]);
  await expect(book.open.catchUp()).rejects.toThrow(
    /^notes sent the claim CLAIM:\w{16}, which is of papers$/,
  );
  expect(await statements(book)).toEqual([['le 4 mai', 'notes', false]]);
  await own.db.query(`DELETE FROM claim WHERE origin = 'papers'`);
});

test('two subgraphs that bring the same new sources at once do not stop each other', async () => {
  const sources = Array.from({ length: 40 }, (_, index) => aSource(`t${index}`));
  const claims = sources.map(({ id }) => aClaim(`de ${id}`, { source: id }));
  await loadSources(own.db, sources);
  await loadSources(papers.db, sources);
  await loadClaims(own.db, 'notes', claims);
  await loadClaims(
    papers.db,
    'papers',
    [...claims].reverse().map((claim) => ({ ...claim, field: 'title' })),
  );
  await book.open.catchUp();
  expect((await statements(book)).length).toBe(80);
});

test('sources come in the order in which a record names them, and its quotation goes with the first', async () => {
  const sources = await provenanceOf(request(own), ['s2', 's1'], 'mot pour mot');
  expect(sources.map(({ id, quotation }) => [id, quotation ?? null])).toEqual([
    ['s2', 'mot pour mot'],
    ['s1', null],
  ]);
  await expect(provenanceOf(request(own), ['s1', 'nowhere'])).rejects.toThrow(
    'A record names the unknown source nowhere',
  );
});

test('36 records and their sources cost one statement', async () => {
  const ctx = request(own);
  const sql = await own.statementsOf(() =>
    Promise.all(Array.from({ length: 36 }, (_, index) => provenanceOf(ctx, [`s${(index % 2) + 1}`]))),
  );
  expect(sql.length).toBe(1);
});

test('the demonstration is a source wherever one is', async () => {
  expect(readSources({ dataDir: 'no-such-folder', area: '99' }).map(({ id }) => id)).toEqual([
    'demonstration',
  ]);
});
