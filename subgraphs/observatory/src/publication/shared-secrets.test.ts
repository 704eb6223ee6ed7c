import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anObservatory } from '../observatory.fixture.ts';
import { cellsOf, communesOf, type Line, publishCells, stored, VALLEE_SUD } from './publish.fixture.ts';

let graph: TestSubgraph;
let communes: string[];
beforeAll(async () => {
  graph = await anObservatory();
  communes = await communesOf(graph.db, VALLEE_SUD);
});
afterAll(() => graph.stop());

const MANY = { units: 20, largest: 10 };
const FLORES = { datasetCode: 'ESS-FLORES' };
const URSSAF = { datasetCode: 'ESS-URSSAF' };

/** The communes of Vallée Sud as a source tells them; the first is of one unit where it says so. */
const told = (period: number, from: number, lone = false) =>
  communes.map((id, at): Line => [id, from + at, { period, ...(lone && at === 0 ? { units: 1 } : MANY) }]);

/** The territories whose jobs anybody may not read in a dataset, today or at an instant. */
async function hiddenIn(dataset: string, period: number, asOf: string | null = null): Promise<string[]> {
  const { data, errors } = await graph.run(
    `query ($dataset: String!, $period: PeriodInput!, $asOf: DateTime) {
       observations(dataset: $dataset, indicators: ["ESS_JOBS"], period: $period, asOf: $asOf, first: 100) {
         nodes { value status territory { id } } } }`,
    { dataset, period: { from: period, to: period }, asOf },
  );
  expect(errors).toBe(undefined);
  const { observations } = data as {
    observations: { nodes: { value: number | null; status: string; territory: { id: string } }[] };
  };
  const hidden = observations.nodes.filter(({ value }) => value === null);
  expect(hidden.map(({ status }) => status)).toEqual(hidden.map(() => 'SUPPRESSED'));
  return hidden.map(({ territory }) => territory.id).sort();
}

async function lastInstant(): Promise<string> {
  const [row]: { at: Date }[] = await graph.db.query('SELECT max(released_at) AS at FROM vintage');
  return row?.at.toISOString() ?? '';
}

test('what one source hides, another that comes later hides too, with all that follows from it', async () => {
  await publishCells(graph.db, cellsOf(told(2001, 100, true)), FLORES);
  await publishCells(graph.db, cellsOf(told(2001, 103)), URSSAF);
  const hidden = await hiddenIn('ESS-FLORES', 2001);
  const shown = await stored(graph.db, 'ESS-URSSAF');
  expect([hidden.length, hidden.includes(communes[0] ?? ''), await hiddenIn('ESS-URSSAF', 2001)]).toEqual([
    2,
    true,
    hidden,
  ]);
  expect(hidden.map((id) => shown[`ESS_JOBS_PER_1000/${id}/2001`])).toEqual(
    hidden.map(() => 'SUPPRESSED_SECONDARY secret'),
  );
});

test('what becomes a secret in one source was one all along in the other, at every instant', async () => {
  await publishCells(graph.db, cellsOf(told(2003, 103)), URSSAF);
  const then = await lastInstant();
  const before = await hiddenIn('ESS-URSSAF', 2003, then);
  await publishCells(graph.db, cellsOf(told(2003, 100, true)), FLORES);
  const hidden = await hiddenIn('ESS-FLORES', 2003);
  const shown = await stored(graph.db, 'ESS-URSSAF');
  expect([
    before,
    hidden.length,
    await hiddenIn('ESS-URSSAF', 2003),
    await hiddenIn('ESS-URSSAF', 2003, then),
  ]).toEqual([[], 2, hidden, hidden]);
  expect(hidden.map((id) => shown[`ESS_JOBS_PER_1000/${id}/2003`]?.split(' ')[2])).toEqual([
    'secret',
    'secret',
  ]);
});

test('what a source hides to protect the secret of another is hidden in that one too, until none hides more', async () => {
  // Without its last commune, Flores has no total: alone, it hides its secret and nothing else.
  const alone = await publishCells(graph.db, cellsOf(told(2005, 100, true).slice(0, -1)), FLORES);
  const first = await hiddenIn('ESS-FLORES', 2005);
  await publishCells(graph.db, cellsOf(told(2005, 103)), URSSAF);
  const both = await hiddenIn('ESS-URSSAF', 2005);
  expect([
    alone.kind === 'PUBLISHED' && [alone.disclosure.suppressedPrimary, alone.disclosure.suppressedSecondary],
    first,
    both.length,
    await hiddenIn('ESS-FLORES', 2005),
  ]).toEqual([[1, 1], [communes[0]], 2, both.filter((id) => id !== communes.at(-1))]);
});

test('demonstration figures are apart: they hide nothing of real ones, and nothing of them is hidden', async () => {
  await graph.db.query(
    `INSERT INTO dataset (code, title, licence, producer, update_frequency, is_demonstration)
     VALUES ('ESS-INVENTED', 'Inventé', 'x', 'x', 'x', true)`,
  );
  await graph.db.query(
    `INSERT INTO observation (id, dataset_code, indicator_code, territory_id, period, is_demonstration, secret_since)
     VALUES ('OBS:ESS-INVENTED/ESS_JOBS/' || $1 || '/2007', 'ESS-INVENTED', 'ESS_JOBS', $1, 2007, true, now())`,
    [communes[0]],
  );
  await publishCells(graph.db, cellsOf(told(2007, 100)), FLORES);
  expect(await hiddenIn('ESS-FLORES', 2007)).toEqual([]);
});

test('two sources published at the same instant agree on what is secret', async () => {
  const years = [2009, 2010, 2011];
  for (const period of years) {
    const results = await Promise.all([
      publishCells(graph.db, cellsOf(told(period, 100, true)), FLORES),
      publishCells(graph.db, cellsOf(told(period, 103)), URSSAF),
    ]);
    expect(results.map(({ kind }) => kind)).toEqual(['PUBLISHED', 'PUBLISHED']);
  }
  const hidden = await Promise.all(years.map((period) => hiddenIn('ESS-FLORES', period)));
  expect(hidden.map(({ length }) => length)).toEqual([2, 2, 2]);
  expect(await Promise.all(years.map((period) => hiddenIn('ESS-URSSAF', period)))).toEqual(hidden);
});
