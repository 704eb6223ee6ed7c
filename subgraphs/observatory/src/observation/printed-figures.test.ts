import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadFacts } from '../load-facts.ts';
import { anObservatory, FACT_SETTINGS } from '../observatory.fixture.ts';
import { cellsOf, communesOf, type Line, publishCells } from '../publication/publish.fixture.ts';

/** Marnes-la-Coquette, of which a document prints 76 jobs for 1 000 inhabitants. */
const MARNES = 'COM:92047';
const VAUCRESSON = 'COM:92076';
const CHAVILLE = 'COM:92022';
const NANTERRE = 'COM:92050';
const SURESNES = 'COM:92073';
/** Communes that a document ranks: dear to hide, so that none is hidden for another. */
const RANKED = [NANTERRE, SURESNES, 'COM:92012', 'COM:92051', 'COM:92062'];

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await anObservatory();
});
afterAll(() => graph.stop());

type Figure = { value: number | null; status: string; statement: string | null };

const EVERYTHING =
  'value status statement provenance { quotation } revisions { value status provenance { quotation } }';

/** A printed figure wherever it can be read: by territory, in the list, at an instant. */
async function printed(code: string, territory: string): Promise<string> {
  const { data, errors } = await graph.run(
    `query ($code: String!, $territory: String!) {
       territory(code: $territory) { indicators(codes: [$code]) { ${EVERYTHING} }
         then: indicators(codes: [$code], asOf: "2026-03-02T10:00:00Z") { ${EVERYTHING} } }
       observations(dataset: "ESS-PANORAMA-92", indicators: [$code], within: $territory, first: 100) {
         nodes { territory { id } ${EVERYTHING} } } }`,
    { code, territory },
  );
  expect(errors).toBe(undefined);
  return JSON.stringify(data);
}

async function figure(code: string, territory: string): Promise<Figure> {
  const { data = null } = await graph.run(
    `{ territory(code: "${territory}") { indicators(codes: ["${code}"], dataset: "ESS-PANORAMA-92") { value status statement } } }`,
  );
  const { territory: found } = data as { territory: { indicators: [Figure] } };
  return found.indicators[0];
}

/** The département in a year; those named are of one unit. */
async function publish(period: number, lone: readonly string[]): Promise<void> {
  const all = await communesOf(graph.db, 'DEP:92');
  const lines = all.map(
    (id, at): Line => [
      id,
      (RANKED.includes(id) ? 1000 : 100) + at,
      { period, ...(lone.includes(id) ? { units: 1 } : { units: 20, largest: 10 }) },
    ],
  );
  expect((await publishCells(graph.db, cellsOf(lines))).kind).toBe('PUBLISHED');
}

test('printed figures are shown as they are printed while their counts are no secret', async () => {
  expect([await figure('ESS_JOBS_PER_1000', MARNES), await figure('ESS_JOBS_RANK', NANTERRE)]).toEqual([
    { value: 76, status: 'NORMAL', statement: '76' },
    { value: 1, status: 'NORMAL', statement: 'le volume le plus important' },
  ]);
  await publish(2001, []);
  expect(await figure('ESS_JOBS_PER_1000', MARNES)).toEqual({ value: 76, status: 'NORMAL', statement: '76' });
});

test('a printed rate is hidden everywhere once the jobs of its commune are a secret, whatever the year', async () => {
  await graph.db.query(
    `INSERT INTO claim (id, origin, subject, field, statement, current, source_id)
     SELECT 'CLAIM:' || field, 'observatory', $1, field, statement, true, (SELECT id FROM source ORDER BY id LIMIT 1)
       FROM (VALUES ('ESS_JOBS_PER_1000', '76 emplois'), ('ESS_JOBS_PER_1000.words', 'le plus élevé'),
                    ('name', 'Marnes 76')) AS c(field, statement)`,
    [MARNES],
  );
  const ledger = async () => {
    const { data } = await graph.run(
      `{ claims(first: 100) { nodes { subject field } } territory(code: "${MARNES}") { claims { field } } }`,
    );
    const { claims, territory } = data as {
      claims: { nodes: { subject: string; field: string }[] };
      territory: { claims: { field: string }[] };
    };
    const inLedger = claims.nodes.filter(({ subject }) => subject === MARNES);
    return [inLedger.map(({ field }) => field), territory.claims.map(({ field }) => field)];
  };
  const all = ['ESS_JOBS_PER_1000', 'ESS_JOBS_PER_1000.words', 'name'];
  expect(await ledger()).toEqual([all, all]);
  expect(await printed('ESS_JOBS_PER_1000', MARNES)).toContain('76');

  await publish(2003, [MARNES]);
  expect(await figure('ESS_JOBS_PER_1000', MARNES)).toEqual({
    ...{ value: null, status: 'SUPPRESSED', statement: null },
  });
  expect(await printed('ESS_JOBS_PER_1000', MARNES)).not.toContain('76');
  const told = ['ESS_JOBS_PER_1000.words', 'name'];
  expect(await ledger()).toEqual([told, told]);
  expect(await figure('ESS_JOBS_PER_1000', SURESNES)).toMatchObject({ value: 68, status: 'NORMAL' });
});

test('printed ranks and shares of five first communes go with a commune that they rank, not with another', async () => {
  await publish(2005, [CHAVILLE, VAUCRESSON]);
  const before = [await figure('ESS_JOBS_RANK', NANTERRE), await figure('ESS_JOBS_TOP5_SHARE', 'DEP:92')];
  await publish(2007, [NANTERRE]);
  const after = [await figure('ESS_JOBS_RANK', SURESNES), await figure('ESS_JOBS_TOP5_SHARE', 'DEP:92')];
  expect([before, after, await figure('ESS_ESTABLISHMENTS_TOP5_SHARE', 'DEP:92')]).toMatchObject([
    [{ value: 1 }, { value: 0.31 }],
    [
      { status: 'SUPPRESSED', statement: null },
      { status: 'SUPPRESSED', statement: null },
    ],
    { status: 'NORMAL' },
  ]);
});

test('a document that is loaded after the secret tells nothing of it', async () => {
  const id = `OBS:ESS-PANORAMA-92/ESS_JOBS_PER_1000/${MARNES}`;
  await graph.db.query('DELETE FROM observation WHERE id = $1', [id]);
  await loadFacts(graph.db, { ...FACT_SETTINGS, thorough: true });
  expect(await figure('ESS_JOBS_PER_1000', MARNES)).toEqual({
    ...{ value: null, status: 'SUPPRESSED', statement: null },
  });
});
