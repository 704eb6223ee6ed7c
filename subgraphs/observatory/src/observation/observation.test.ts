import { schemaDrift } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadFacts } from '../load-facts.ts';
import { anObservatory, FACT_SETTINGS } from '../observatory.fixture.ts';
import { observatory } from '../observatory.ts';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await anObservatory({ demonstration: true });
});
afterAll(() => graph.stop());

const indicators = async (territory: string, args: string, fields: string): Promise<unknown> => {
  const { data, errors } = await graph.run(
    `query ($code: String!) { territory(code: $code) { indicators(${args}) { ${fields} } } }`,
    { code: territory },
  );
  const territoryShown = data?.territory as { indicators: unknown } | null | undefined;
  return errors?.map(({ extensions }) => extensions) ?? territoryShown?.indicators;
};

test('entities and migrations agree', async () => {
  expect(await schemaDrift(observatory, graph.url)).toEqual([]);
});

test('Vallée Sud: 7,9 % of establishments and 11,6 % of jobs, with the passage and its statistical sources', async () => {
  const shown =
    'indicator { code } value status approximate statement period isDemonstration vintage { label releasedAt dataset { code } } provenance { producer vintage quotation }';
  const quotation = '7,9% des établissements et 11,6% des emplois de l’économie privée';
  const common = {
    status: 'NORMAL',
    approximate: false,
    period: null,
    isDemonstration: false,
    vintage: { label: 'Panorama 2025-2026', releasedAt: null, dataset: { code: 'ESS-PANORAMA-92' } },
    provenance: [
      { producer: 'Département des Hauts-de-Seine', vintage: '2025-2026', quotation },
      { producer: 'ACOSS URSSAF', vintage: '2010-2023', quotation: null },
      { producer: 'Insee', vintage: '2020 et 2021', quotation: null },
    ],
  };
  expect(
    await indicators('EPT:200057966', 'codes: ["ESS_ESTABLISHMENTS_SHARE", "ESS_JOBS_SHARE"]', shown),
  ).toEqual([
    { indicator: { code: 'ESS_ESTABLISHMENTS_SHARE' }, value: 0.079, statement: '7,9%', ...common },
    { indicator: { code: 'ESS_JOBS_SHARE' }, value: 0.116, statement: '11,6%', ...common },
  ]);
});

test('« un tiers » is approximate, « inférieures » has no value', async () => {
  expect(
    await indicators(
      'EPT:200057982',
      'codes: ["ESS_ESTABLISHMENTS_DEPARTMENT_SHARE", "ESS_JOBS_SHARE"]',
      'value status approximate statement vintage { label }',
    ),
  ).toEqual([
    {
      value: 1 / 3,
      status: 'NORMAL',
      approximate: true,
      statement: 'Un tiers',
      vintage: { label: 'Panorama 2025-2026' },
    },
    {
      value: null,
      status: 'MISSING',
      approximate: true,
      statement: 'inférieures',
      vintage: { label: 'Panorama 2025-2026' },
    },
  ]);
});

test('Grand Paris Seine Ouest has no figure: missing is not zero, demonstration or not', async () => {
  const shown = 'value status period isDemonstration vintage { id } revisions { value } provenance { title }';
  const missing = {
    value: null,
    status: 'MISSING',
    period: null,
    isDemonstration: false,
    vintage: null,
    revisions: [],
    provenance: [],
  };
  const codes = 'codes: ["ESS_JOBS", "ESS_JOBS_SHARE"]';
  expect(await indicators('EPT:200057974', codes, shown)).toEqual([missing, missing]);
  expect(await indicators('EPT:200057974', `${codes}, isDemonstration: true`, shown)).toEqual([
    missing,
    missing,
  ]);
  expect(await indicators('COM:92012', `${codes}, isDemonstration: true`, shown)).toEqual([missing, missing]);
});

test.each([
  ['COM:92050', 'ESS_JOBS_RANK', 1],
  ['COM:92047', 'ESS_JOBS_PER_1000', 76],
  ['DEP:92', 'ASSOCIATIONS', 17_300],
])('%s %s is %s', async (territory, code, value) => {
  expect(await indicators(territory, `codes: ["${code}"]`, 'value')).toEqual([{ value }]);
});

test('a figure holds from its publication, or from its first load when that is not dated', async () => {
  const jobs = (asOf: string) => indicators('DEP:92', `codes: ["ESS_JOBS"], asOf: "${asOf}"`, 'value');
  expect(await jobs('2022-11-22T22:59:59Z')).toEqual([{ value: null }]);
  expect(await jobs('2022-11-22T23:00:00Z')).toEqual([{ value: 50_000 }]);
  const share = (asOf: string) =>
    indicators('EPT:200057966', `codes: ["ESS_JOBS_SHARE"], asOf: "${asOf}"`, 'value');
  expect(await share('2026-03-02T09:59:59Z')).toEqual([{ value: null }]);
  expect(await share('2026-03-02T10:00:00Z')).toEqual([{ value: 0.116 }]);
  expect(
    await indicators('DEP:92', 'codes: ["ESS_JOBS"]', 'revisions { value status validFrom validTo reason }'),
  ).toEqual([
    {
      revisions: [
        {
          value: 50_000,
          status: 'NORMAL',
          validFrom: '2022-11-22T23:00:00.000Z',
          validTo: null,
          reason: null,
        },
      ],
    },
  ]);
});

test('a period leaves out figures without a year, and answers each year', async () => {
  expect(
    await indicators(
      'EPT:200057966',
      'codes: ["ESS_JOBS_SHARE"], period: { from: 2020, to: 2021 }',
      'period value',
    ),
  ).toEqual([
    { period: 2020, value: null },
    { period: 2021, value: null },
  ]);
});

test.each([
  ['codes: ["ESS_SALARIES"]', 'codes'],
  ['codes: ["ESS_JOBS"], period: { from: 2022, to: 2021 }', 'period'],
  ['codes: ["ESS_JOBS"], period: { from: 1, to: 2000 }', 'period'],
])('indicators(%s) is refused, naming %s', async (args, argument) => {
  expect(await indicators('DEP:92', args, 'value')).toEqual([{ code: 'BAD_USER_INPUT', argument }]);
});

test('demonstration values come only when asked for, marked, and never where a figure is real', async () => {
  const codes = 'codes: ["ESS_JOBS", "ESS_JOBS_PER_1000"]';
  const shown = 'status isDemonstration period vintage { dataset { code } }';
  const invented = {
    status: 'NORMAL',
    isDemonstration: true,
    period: 2025,
    vintage: { dataset: { code: 'ESS-DEMO' } },
  };
  const missing = { status: 'MISSING', isDemonstration: false, period: null, vintage: null };
  expect(await indicators('COM:92002', codes, shown)).toEqual([missing, missing]);
  expect(await indicators('COM:92002', `${codes}, isDemonstration: true`, shown)).toEqual([
    invented,
    invented,
  ]);
  expect(await indicators('COM:92036', `${codes}, isDemonstration: true`, shown)).toEqual([
    invented,
    missing,
  ]);
});

test('invented jobs contradict no printed rank', async () => {
  const { data } = await graph.run(`{
    territories(within: "DEP:92", level: COMMUNE) {
      code
      real: indicators(codes: ["ESS_JOBS_RANK"]) { value }
      demo: indicators(codes: ["ESS_JOBS"], isDemonstration: true) { value }
    }
  }`);
  const communes = data?.territories as {
    code: string;
    real: { value: number | null }[];
    demo: { value: number | null }[];
  }[];
  const byJobs = communes
    .filter(({ demo }) => (demo[0]?.value ?? null) !== null)
    .sort((a, b) => (b.demo[0]?.value ?? 0) - (a.demo[0]?.value ?? 0));
  expect(byJobs.length).toBe(28);
  expect(byJobs.slice(0, 4).map(({ code, real }) => [code, real[0]?.value])).toEqual([
    ['COM:92050', 1],
    ['COM:92073', 3],
    ['COM:92051', 4],
    ['COM:92062', 5],
  ]);
});

test('one and 36 communes cost the same number of statements', async () => {
  const ask = (within: string) => () =>
    graph.run(
      `query ($within: String!) { territories(within: $within, level: COMMUNE) {
        indicators(codes: ["ESS_JOBS_PER_1000", "ESS_JOBS_RANK"]) {
          value territory { name } vintage { label dataset { code } } revisions { value } provenance { title }
        }
        claims { field }
      } }`,
      { within },
    );
  await graph.db.query(
    `INSERT INTO territory_link (part, whole, partial) VALUES ('COM:92062', 'COM:92062', false)`,
  );
  const one = await graph.statementsOf(ask('COM:92062'));
  await graph.db.query(`DELETE FROM territory_link WHERE part = whole`);
  const many = await graph.statementsOf(ask('DEP:92'));
  expect({ one: one.length, many: many.length }).toEqual({ one: 9, many: 9 });
});

test('datasets are those of the area, demonstration apart; one that nobody has published here has no vintage', async () => {
  const { data } = await graph.run(`{
    datasets { totalCount nodes { code } }
    flores: dataset(code: "ESS-FLORES") { producer vintages { label } }
    documents: dataset(code: "ESS-PANORAMA-92") { producer vintages { label releasedAt geographyDate } }
    none: dataset(code: "ESS-NONE") { code }
  }`);
  expect(data).toEqual({
    datasets: {
      totalCount: 4,
      nodes: ['ESS-DEMO', 'ESS-FLORES', 'ESS-PANORAMA-92', 'ESS-URSSAF'].map((code) => ({ code })),
    },
    flores: { producer: 'Insee', vintages: [] },
    documents: {
      producer: 'Département des Hauts-de-Seine, RTES',
      vintages: [
        { label: 'Panorama 2025-2026', releasedAt: null, geographyDate: null },
        {
          label: 'Article RTES du 23 novembre 2022',
          releasedAt: '2022-11-22T23:00:00.000Z',
          geographyDate: null,
        },
      ],
    },
    none: null,
  });
});

test('a later thorough load changes nothing, and keeps the instant of the first', async () => {
  const later = new Date('2027-05-01T00:00:00Z');
  const reports = await loadFacts(graph.db, {
    ...FACT_SETTINGS,
    demonstration: true,
    thorough: true,
    now: later,
  });
  expect(reports.filter(({ inserted, changed }) => inserted + changed > 0)).toEqual([]);
});
