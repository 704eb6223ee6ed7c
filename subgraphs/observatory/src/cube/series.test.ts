import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anObservatory } from '../observatory.fixture.ts';
import { publishTestCells } from './cells.fixture.ts';

let graph: TestSubgraph;
const FLORES = 'ESS-FLORES';
const YEARS = Array.from({ length: 14 }, (_, index) => 2010 + index);
const FAMILIES = ['ASSOCIATION', 'COOPERATIVE', 'MUTUELLE', 'FONDATION', 'SOCIETE_ESS'];
let communes: string[];

beforeAll(async () => {
  graph = await anObservatory({ demonstration: true });
  const rows: { id: string }[] = await graph.db.query(
    `SELECT id FROM territory WHERE id LIKE 'COM:92%' ORDER BY id`,
  );
  communes = rows.map(({ id }) => id);
  await publishTestCells(
    graph.db,
    { dataset: FLORES, label: '2024', releasedAt: '2025-01-01T00:00:00Z' },
    communes.flatMap((territory, index) =>
      YEARS.flatMap((period) =>
        ['', ...FAMILIES.map((family) => `ESS_FAMILY=${family}`)].map((breakdown, rank) => ({
          ...{ territory, period, breakdown },
          value: 1_000 * index + 10 * rank + (period - 2010),
        })),
      ),
    ),
  );
});
afterAll(() => graph.stop());

async function seriesOf(args: string, fields = 'territory { code } observations { period value status }') {
  const { data, errors } = await graph.run(
    `{ indicator(code: "ESS_JOBS") { series(${args}) { ${fields} } } }`,
  );
  const shown = data?.indicator as { series: Record<string, unknown>[] } | null | undefined;
  return errors?.map(({ message, extensions }) => ({ message, ...extensions })) ?? shown?.series;
}

test('a series answers each year asked, a year without a value as missing', async () => {
  expect(
    await seriesOf(
      'territories: ["COM:92004"], period: { from: 2022, to: 2024 }',
      'territory { code name } dimensions { code } dataset { code } observations { id period value status comparableWithPrevious }',
    ),
  ).toEqual([
    {
      territory: { code: 'COM:92004', name: 'Asnières-sur-Seine' },
      dimensions: [],
      dataset: { code: FLORES },
      observations: [
        ...[2022, 2023].map((period) => ({
          id: `OBS:${FLORES}/ESS_JOBS/COM:92004/${period}/`,
          period,
          ...{ value: 1_000 + period - 2010, status: 'NORMAL', comparableWithPrevious: true },
        })),
        {
          id: 'OBS:MISSING/ESS_JOBS/COM:92004/2024',
          ...{ period: 2024, value: null, status: 'MISSING', comparableWithPrevious: false },
        },
      ],
    },
  ]);
});

test('details are the product of the values asked, with their labels, in the order asked', async () => {
  expect(
    await seriesOf(
      `territories: ["COM:92002", "COM:92999", "COM:92002"], period: { from: 2010, to: 2010 },
       dimensions: [{ dimension: "SECTOR_A17", in: ["OQ"] }, { dimension: "ESS_FAMILY", in: ["MUTUELLE", "ASSOCIATION"] }]`,
      'dimensions { dimension code label } observations { dimensions { code } status }',
    ),
  ).toEqual(
    [
      ['MUTUELLE', 'Mutuelles'],
      ['ASSOCIATION', 'Associations'],
    ].map(([code, label]) => ({
      dimensions: [
        { dimension: 'ESS_FAMILY', code, label },
        {
          dimension: 'SECTOR_A17',
          code: 'OQ',
          label: 'Administration publique, enseignement, santé humaine et action sociale',
        },
      ],
      observations: [{ dimensions: [{ code }, { code: 'OQ' }], status: 'MISSING' }],
    })),
  );
});

test('14 years of 36 communes by family: every value, and as many statements as for one year of one commune', async () => {
  const fields = `territory { name } dimensions { label } dataset { title }
    observations { value vintage { label dataset { code } } provenance { citation } revisions { value } }`;
  const ask = (territories: readonly string[], to: number, families: readonly string[]) => () =>
    graph.run(
      `query ($territories: [String!]!, $to: Int!, $families: [String!]!) { indicator(code: "ESS_JOBS") { series(
         territories: $territories, period: { from: 2010, to: $to }, dimensions: [{ dimension: "ESS_FAMILY", in: $families }]
       ) { ${fields} } } }`,
      { territories, to, families },
    );
  const one = await graph.statementsOf(ask(communes.slice(0, 1), 2010, FAMILIES.slice(0, 1)));
  const all = await graph.statementsOf(ask(communes, 2023, FAMILIES));
  expect([one.length, all.length]).toEqual([7, 7]);

  const { data } = await ask(communes, 2023, FAMILIES)();
  const indicator = data?.indicator as { series: { observations: { value: number }[] }[] } | null | undefined;
  expect(indicator?.series.map(({ observations }) => observations.map(({ value }) => value))).toEqual(
    communes.flatMap((_, index) =>
      FAMILIES.map((_family, rank) => YEARS.map((year) => 1_000 * index + 10 * (rank + 1) + (year - 2010))),
    ),
  );
});

test('several series of one request are one statement', async () => {
  const part = (alias: string, args: string) => `${alias}: series(${args}) { observations { value } }`;
  const total = part('total', 'territories: ["COM:92002"], period: { from: 2010, to: 2012 }');
  const request = (parts: readonly string[]) => () =>
    graph.run(`{ indicator(code: "ESS_JOBS") { ${parts.join(' ')} } }`);
  const others = [
    part(
      'other',
      'territories: ["COM:92004"], period: { from: 2011, to: 2011 }, asOf: "2025-06-01T00:00:00Z"',
    ),
    part(
      'family',
      'territories: ["COM:92004"], period: { from: 2011, to: 2011 }, dimensions: [{ dimension: "ESS_FAMILY", in: ["FONDATION"] }]',
    ),
  ];
  const one = await graph.statementsOf(request([total]));
  const three = await graph.statementsOf(request([total, ...others]));
  expect([one.length, three.length]).toEqual([4, 4]);
  expect((await request([total, ...others])()).data?.indicator).toEqual({
    total: [{ observations: [{ value: 0 }, { value: 1 }, { value: 2 }] }],
    other: [{ observations: [{ value: 1_001 }] }],
    family: [{ observations: [{ value: 1_041 }] }],
  });
});

test('a series comes whole from the dataset that was released last, or from the one asked', async () => {
  await publishTestCells(
    graph.db,
    { dataset: 'ESS-URSSAF', label: '2025', releasedAt: '2025-09-01T00:00:00Z' },
    [{ territory: 'COM:92007', period: 2023, value: 77 }],
  );
  const asked = (more = '') =>
    seriesOf(
      `territories: ["COM:92007"], period: { from: 2022, to: 2023 } ${more}`,
      'dataset { code } observations { value }',
    );
  const flores = [{ dataset: { code: FLORES }, observations: [{ value: 2_012 }, { value: 2_013 }] }];
  expect(await asked()).toEqual([
    { dataset: { code: 'ESS-URSSAF' }, observations: [{ value: null }, { value: 77 }] },
  ]);
  expect(await asked(`dataset: "${FLORES}"`)).toEqual(flores);
  expect(await asked('asOf: "2025-08-31T00:00:00Z"')).toEqual(flores);
  expect(await asked('dataset: "ESS-NONE"')).toEqual([
    { dataset: null, observations: [{ value: null }, { value: null }] },
  ]);
  expect(
    await seriesOf(
      'territories: ["COM:92007"], period: { from: 2023, to: 2023 }, isDemonstration: true',
      'dataset { code } observations { isDemonstration }',
    ),
  ).toEqual([{ dataset: { code: 'ESS-DEMO' }, observations: [{ isDemonstration: true }] }]);
});

test('asOf tells a detail as it was published then', async () => {
  const cell = { territory: 'COM:92009', period: 2009, breakdown: 'ESS_FAMILY=MUTUELLE' };
  const published = { dataset: FLORES, label: '2009a', releasedAt: '2025-02-01T00:00:00Z' };
  await publishTestCells(graph.db, published, [{ ...cell, value: 10 }]);
  await publishTestCells(graph.db, { ...published, label: '2009b', releasedAt: '2025-03-01T00:00:00Z' }, [
    { ...cell, value: 12, status: 'REVISED', reason: 'Double compte corrigé' },
  ]);
  const asked = (asOf: string) =>
    seriesOf(
      `territories: ["COM:92009"], period: { from: 2009, to: 2009 }, asOf: "${asOf}",
       dimensions: [{ dimension: "ESS_FAMILY", in: ["MUTUELLE"] }]`,
      'observations { value status revisions { value reason } }',
    );
  const revisions = [
    { value: 10, reason: null },
    { value: 12, reason: 'Double compte corrigé' },
  ];
  expect(await asked('2025-01-31T00:00:00Z')).toEqual([
    { observations: [{ value: null, status: 'MISSING', revisions: [] }] },
  ]);
  expect(await asked('2025-02-01T00:00:00Z')).toEqual([
    { observations: [{ value: 10, status: 'NORMAL', revisions }] },
  ]);
  expect(await asked('2025-03-01T00:00:00Z')).toEqual([
    { observations: [{ value: 12, status: 'REVISED', revisions }] },
  ]);
});

test('an old code leads to the territory of today', async () => {
  expect(
    await seriesOf('territories: ["COM:75002"], period: { from: 2010, to: 2010 }', 'territory { code }'),
  ).toEqual([{ territory: { code: 'COM:92002' } }]);
});

const ONE_YEAR = 'territories: ["COM:92002"], period: { from: 2010, to: 2010 }';
test.each([
  ['territories: ["92002"], period: { from: 2010, to: 2010 }', 'territories'],
  ['territories: ["COM:92002"], period: { from: 2011, to: 2010 }', 'period'],
  ['territories: ["COM:92002"], period: { from: 1950, to: 2010 }', 'period'],
  [`${ONE_YEAR}, dimensions: [{ dimension: "FAMILY", in: ["MUTUELLE"] }]`, 'dimensions'],
  [`${ONE_YEAR}, dimensions: [{ dimension: "ESS_FAMILY", in: ["SCOP"] }]`, 'dimensions'],
  [`${ONE_YEAR}, dimensions: [{ dimension: "ESS_FAMILY", in: [] }]`, 'dimensions'],
  [
    `${ONE_YEAR}, dimensions: [{ dimension: "ESS_FAMILY", in: ["MUTUELLE"] }, { dimension: "ESS_FAMILY", in: ["FONDATION"] }]`,
    'dimensions',
  ],
  [`${ONE_YEAR}, dataset: "ess flores"`, 'dataset'],
])('series(%s) is refused, naming %s', async (args, argument) => {
  expect(await seriesOf(args)).toEqual([
    { message: expect.stringContaining(`« ${argument} »`), code: 'BAD_USER_INPUT', argument },
  ]);
});

test('too many combinations, or too many observations, are refused at once', async () => {
  const legal = Array.from({ length: 99 }, (_, index) => `"${5_000 + index}"`).join(', ');
  const a17 = '["AZ", "C1", "C2", "C3", "C4", "C5", "DE", "FZ", "GZ", "HZ", "IZ"]';
  expect(
    await seriesOf(
      `${ONE_YEAR}, dimensions: [{ dimension: "LEGAL_CATEGORY", in: [${legal}] }, { dimension: "SECTOR_A17", in: ${a17} }]`,
    ),
  ).toEqual([
    {
      message: '« dimensions » : les modalités demandées font 1000 combinaisons au plus.',
      ...{ code: 'BAD_USER_INPUT', argument: 'dimensions' },
    },
  ]);
  expect(
    await seriesOf(
      `territories: [${communes.map((code) => `"${code}"`).join(', ')}], period: { from: 2010, to: 2023 },
       dimensions: [{ dimension: "LEGAL_CATEGORY", in: [${legal}] }]`,
    ),
  ).toEqual([
    {
      message:
        '« territories » : la requête produirait trop d’observations ; demandez moins de territoires, de codes ou d’années.',
      ...{ code: 'BAD_USER_INPUT', argument: 'territories' },
    },
  ]);
});
