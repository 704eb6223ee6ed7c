import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishTestCells, type TestCell, testCellId } from '../cube/cells.fixture.ts';
import { anObservatory } from '../observatory.fixture.ts';

let graph: TestSubgraph;
const DATASET = 'ESS-FLORES';
const FIRST = { dataset: DATASET, label: '2022', releasedAt: '2023-01-01T00:00:00Z' };
const SECOND = { dataset: DATASET, label: '2023', releasedAt: '2024-01-01T00:00:00Z' };
const THIRD = { dataset: DATASET, label: '2024', releasedAt: '2025-01-01T00:00:00Z' };

/** Values that must never leave: no figure of the area, no year and no rank resembles one. */
const HIDDEN = [987_601, 987_602, 987_603, 987_604];
const [once, changed, now, ofInput] = HIDDEN as [number, number, number, number];

const marnes = (value: number, more: Partial<TestCell> = {}): TestCell => ({
  ...{ territory: 'COM:92047', period: 2022, breakdown: 'ESS_FAMILY=ASSOCIATION', value },
  statement: `${value} emplois`,
  ...more,
});
const vanves = (value: number): TestCell => ({ territory: 'COM:92075', period: 2022, value });

beforeAll(async () => {
  graph = await anObservatory();
  // Marnes-la-Coquette was published twice before it became a secret.
  await publishTestCells(graph.db, FIRST, [marnes(once, { reason: 'Première diffusion' }), vanves(ofInput)]);
  await publishTestCells(graph.db, SECOND, [
    marnes(changed, { reason: `Corrigé, ${changed} au lieu de ${once}` }),
  ]);
  await publishTestCells(graph.db, THIRD, [
    marnes(now, { status: 'SUPPRESSED_DOMINANCE', secret: true }),
    { ...vanves(0), status: 'NORMAL' },
    {
      ...{
        territory: 'COM:92047',
        period: 2022,
        indicator: 'ESS_JOBS_PER_1000',
        breakdown: 'ESS_FAMILY=ASSOCIATION',
      },
      value: 0.5,
      inputs: [
        {
          role: 'NUMERATOR',
          id: testCellId(DATASET, marnes(now)),
          value: now,
          vintageId: 'DS:ESS-FLORES/2024',
        },
      ],
    },
    { territory: 'COM:92076', period: 2022, value: null, status: 'MISSING' },
    { territory: 'COM:92077', period: 2022, value: null, status: 'NOT_APPLICABLE' },
    { territory: 'COM:92078', period: 2022, value: null, status: 'SUPPRESSED_PRODUCER', secret: true },
  ]);
});
afterAll(() => graph.stop());

const EVERYTHING = `id value status statement approximate formula
  inputs { role value observationId } provenance { quotation citation }
  vintage { label } revisions { value status validFrom validTo reason provenance { quotation } }`;

const asked = (indicator: string, territories: string, more: string) => `{ indicator(code: "${indicator}") {
  series(territories: ${territories}, period: { from: 2022, to: 2022 } ${more}) { observations { ${EVERYTHING} } } } }`;
const ASSOCIATIONS = ', dimensions: [{ dimension: "ESS_FAMILY", in: ["ASSOCIATION"] }]';
const INSTANTS = ['2023-01-01', '2023-06-01', '2024-01-01', '2024-06-01', '2025-01-01', '2026-01-01'];

test('a cell that was hidden once is hidden at every instant, in every revision, in words and in what it is computed from', async () => {
  const answers = await Promise.all(
    ['ESS_JOBS', 'ESS_JOBS_PER_1000'].flatMap((indicator) =>
      ['', ...INSTANTS.map((day) => `, asOf: "${day}T00:00:00Z"`)].map((asOf) =>
        graph.run(asked(indicator, '["COM:92047"]', `${asOf} ${ASSOCIATIONS}`)),
      ),
    ),
  );
  expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
  const told = JSON.stringify(answers);
  expect(HIDDEN.filter((value) => told.includes(String(value)))).toEqual([]);
});

test('the public sees one status, one revision and no reason of a secret', async () => {
  const { data } = await graph.run(
    asked('ESS_JOBS', '["COM:92047"]', `, asOf: "2023-06-01T00:00:00Z" ${ASSOCIATIONS}`),
  );
  expect(data?.indicator).toEqual({
    series: [
      {
        observations: [
          {
            id: testCellId(DATASET, marnes(0)),
            ...{
              value: null,
              status: 'SUPPRESSED',
              statement: null,
              approximate: false,
              formula: null,
              inputs: [],
            },
            provenance: [{ quotation: null, citation: 'Insee, Flores.' }],
            vintage: { label: '2022' },
            revisions: [
              {
                ...{ value: null, status: 'SUPPRESSED', reason: null, provenance: [{ quotation: null }] },
                ...{ validFrom: '2023-01-01T00:00:00.000Z', validTo: null },
              },
            ],
          },
        ],
      },
    ],
  });
});

test('which publications changed a secret is told by nothing', async () => {
  const answers = await Promise.all(
    INSTANTS.map((day) =>
      graph.run(asked('ESS_JOBS', '["COM:92047"]', `, asOf: "${day}T00:00:00Z" ${ASSOCIATIONS}`)),
    ),
  );
  expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
});

test('a producer sees which reason hides it, at every instant, and no value either', async () => {
  const producer = {
    kind: 'person' as const,
    subject: 'p',
    roles: ['producer'],
    scopes: [],
    organization: null,
  };
  const answers = await Promise.all(
    INSTANTS.map((day) =>
      graph
        .as(producer)
        .run(asked('ESS_JOBS', '["COM:92047"]', `, asOf: "${day}T00:00:00Z" ${ASSOCIATIONS}`)),
    ),
  );
  const shown = answers.map(({ data }) => {
    const indicator = data?.indicator as
      | { series: { observations: { status: string; value: null }[] }[] }
      | undefined;
    return indicator?.series[0]?.observations.map(({ status, value }) => [status, value]);
  });
  expect(shown).toEqual(INSTANTS.map(() => [['SUPPRESSED_DOMINANCE', null]]));
  expect(HIDDEN.filter((value) => JSON.stringify(answers).includes(String(value)))).toEqual([]);
});

test('an input that became a secret has no value', async () => {
  const { data } = await graph.run(asked('ESS_JOBS_PER_1000', '["COM:92047"]', ASSOCIATIONS));
  expect(data?.indicator).toEqual({
    series: [
      {
        observations: [
          expect.objectContaining({
            value: 0.5,
            inputs: [{ role: 'NUMERATOR', value: null, observationId: testCellId(DATASET, marnes(0)) }],
          }),
        ],
      },
    ],
  });
});

test('missing, hidden, not applicable and zero stay distinct', async () => {
  const { data } = await graph.run(`{ indicator(code: "ESS_JOBS") {
    series(territories: ["COM:92075", "COM:92076", "COM:92077", "COM:92078", "COM:92073"], period: { from: 2022, to: 2022 }) {
      observations { value status }
    }
  } }`);
  expect(data?.indicator).toEqual({
    series: [
      [0, 'NORMAL'],
      [null, 'MISSING'],
      [null, 'NOT_APPLICABLE'],
      [null, 'SUPPRESSED'],
      [null, 'MISSING'],
    ].map(([value, status]) => ({ observations: [{ value, status }] })),
  });
});

test('a secret cannot be shown again', async () => {
  await expect(
    graph.db.query('UPDATE observation SET secret_since = NULL WHERE id = $1', [
      testCellId(DATASET, marnes(0)),
    ]),
  ).rejects.toThrow('a hidden cell stays hidden');
});
