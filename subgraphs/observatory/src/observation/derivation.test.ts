import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishTestCells, testCellId } from '../cube/cells.fixture.ts';
import { DERIVATIONS } from '../indicator/derivation.catalogue.ts';
import { INDICATOR_CODES, isAdditive } from '../indicator/indicator.code.ts';
import { anObservatory } from '../observatory.fixture.ts';

let graph: TestSubgraph;
const DATASET = 'ESS-FLORES';
const jobs = (territory: string) => ({ territory, period: 2022, value: 150 });

beforeAll(async () => {
  graph = await anObservatory();
  const communes: { id: string }[] = await graph.db.query(
    `SELECT id FROM territory WHERE id LIKE 'COM:92%' ORDER BY id`,
  );
  await publishTestCells(
    graph.db,
    { dataset: DATASET, label: '2022', releasedAt: '2024-01-01T00:00:00Z' },
    communes.flatMap(({ id }) => [
      jobs(id),
      {
        ...{ territory: id, period: 2022, indicator: 'ESS_JOBS_PER_1000' as const, value: 85.6 },
        inputs: [
          {
            role: 'NUMERATOR',
            id: testCellId(DATASET, jobs(id)),
            value: 150,
            vintageId: `DS:${DATASET}/2022`,
          },
          { role: 'POPULATION', id: `POPULATION:${id}`, value: 1_752, vintageId: null },
          { role: 'POPULATION_YEAR', id: `POPULATION:${id}`, value: 2_023, vintageId: null },
        ],
      },
    ]),
  );
});
afterAll(() => graph.stop());

const FIELDS = `value formula
  inputs { role label value observationId period indicator { code } territory { name } }
  provenance { producer title }`;

test('a computed value tells its formula, its inputs and the sources of every one', async () => {
  const { data } = await graph.run(`{ territory(code: "COM:92047") {
    indicators(codes: ["ESS_JOBS_PER_1000"], dataset: "${DATASET}", period: { from: 2022, to: 2022 }) { ${FIELDS} }
  } }`);
  const territory = { name: 'Marnes-la-Coquette' };
  expect(data?.territory).toEqual({
    indicators: [
      {
        value: 85.6,
        formula: 'emplois de l’ESS × 1 000 ÷ population municipale',
        inputs: [
          {
            ...{
              role: 'NUMERATOR',
              label: 'Emplois de l’ESS du territoire',
              value: 150,
              period: 2022,
              territory,
            },
            ...{ observationId: testCellId(DATASET, jobs('COM:92047')), indicator: { code: 'ESS_JOBS' } },
          },
          {
            ...{
              role: 'POPULATION',
              label: 'Population municipale du territoire',
              value: 1_752,
              period: 2_023,
            },
            ...{ territory, observationId: null, indicator: null },
          },
        ],
        provenance: [
          { producer: 'Insee', title: 'Flores' },
          { producer: 'Insee', title: 'Code officiel géographique et populations municipales' },
        ],
      },
    ],
  });
});

test('a figure of a document is given, not computed', async () => {
  const { data } = await graph.run(`{ territory(code: "COM:92047") {
    indicators(codes: ["ESS_JOBS_PER_1000"], dataset: "ESS-PANORAMA-92") { value formula inputs { role } }
  } }`);
  expect(data?.territory).toEqual({ indicators: [{ value: 76, formula: null, inputs: [] }] });
});

test('36 computed values with their inputs take as many statements as one', async () => {
  const ask = (territories: string) => () =>
    graph.run(`{ indicator(code: "ESS_JOBS_PER_1000") {
      series(territories: ${territories}, period: { from: 2022, to: 2022 }) { observations { ${FIELDS} } }
    } }`);
  const { data } = await graph.run('{ territories(within: "DEP:92", level: COMMUNE) { code } }');
  const communes = ((data?.territories ?? []) as { code: string }[]).map(({ code }) => code);
  const one = await graph.statementsOf(ask('["COM:92047"]'));
  const all = await graph.statementsOf(ask(JSON.stringify(communes)));
  expect([one.length, all.length]).toEqual([7, 7]);
});

test('every indicator that is computed has a formula, which its methodology tells', async () => {
  expect(Object.keys(DERIVATIONS).sort()).toEqual(INDICATOR_CODES.filter((code) => !isAdditive(code)).sort());
  const { data } = await graph.run('{ indicators { code methodology { computation } } }');
  const indicators = data?.indicators as {
    code: keyof typeof DERIVATIONS;
    methodology: { computation: string };
  }[];
  expect(
    indicators
      .filter(
        ({ code, methodology }) => !methodology.computation.includes(DERIVATIONS[code]?.formula ?? 'somme'),
      )
      .map(({ code }) => code),
  ).toEqual([]);
});
