import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anObservatory } from '../observatory.fixture.ts';
import { publishTestCells, type TestCell } from './cells.fixture.ts';

let graph: TestSubgraph;
const DATASET = 'ESS-FLORES';
const RELEASED = { dataset: DATASET, label: '2023', releasedAt: '2025-01-01T00:00:00Z' };
const ASSOCIATION = 'ESS_FAMILY=ASSOCIATION';
const CELLS: TestCell[] = [
  { territory: 'COM:92002', period: 2022, value: 10 },
  { territory: 'COM:92002', period: 2023, value: 11 },
  { territory: 'COM:92004', period: null, value: 12 },
  { territory: 'COM:92002', period: 2023, value: 7, breakdown: ASSOCIATION },
  { territory: 'COM:92002', period: 2023, value: 3, breakdown: `${ASSOCIATION}|SECTOR_A17=OQ` },
  { territory: 'EPT:200057966', period: 2023, value: 4, breakdown: `${ASSOCIATION}|SECTOR_A17=RU` },
  {
    territory: 'COM:92002',
    period: 2023,
    value: null,
    breakdown: 'SIZE_CLASS=E1T4',
    status: 'SUPPRESSED_FREQUENCY',
    secret: true,
  },
  { territory: 'COM:92002', period: 2023, value: null, breakdown: 'SIZE_CLASS=E5T9', status: 'MISSING' },
  { territory: 'COM:92007', period: 2023, value: null, status: 'NOT_APPLICABLE' },
  { territory: 'COM:92009', period: 2023, value: null, status: 'SUPPRESSED_SECONDARY', secret: true },
  { territory: 'COM:92012', period: 2023, value: 0 },
];

beforeAll(async () => {
  graph = await anObservatory();
  await publishTestCells(graph.db, RELEASED, CELLS);
});
afterAll(() => graph.stop());

type Offered = {
  level: string;
  dataset: { code: string };
  dimensions: { code: string; label: string }[];
  combinations: {
    dimensions: { dimension: string; code: string }[];
    periods: number[];
    undated: boolean;
    cells: number;
  }[];
};

async function offered(args = ''): Promise<Offered[]> {
  const { data, errors } = await graph.run(`{ indicator(code: "ESS_JOBS") { availability${args} {
    level dataset { code } dimensions { code label } combinations { dimensions { dimension code } periods undated cells }
  } } }`);
  expect(errors).toBe(undefined);
  const indicator = data?.indicator as { availability: Offered[] } | undefined;
  return indicator?.availability ?? [];
}

test('what can be asked is told by dataset, level and dimensions; a missing value offers nothing, a hidden one does', async () => {
  const found = await offered(`(dataset: "${DATASET}")`);
  expect(
    found.map(({ level, dimensions, combinations }) => [
      level,
      dimensions.map(({ code }) => code).join('|'),
      combinations.map(({ dimensions: values, periods, undated, cells }) =>
        [values.map(({ code }) => code).join('|'), periods.join(), undated, cells].join(' '),
      ),
    ]),
  ).toEqual([
    ['COMMUNE', '', [' 2022,2023 true 6']],
    ['COMMUNE', 'ESS_FAMILY', ['ASSOCIATION 2023 false 1']],
    ['COMMUNE', 'ESS_FAMILY|SECTOR_A17', ['ASSOCIATION|OQ 2023 false 1']],
    ['COMMUNE', 'SIZE_CLASS', ['E1T4 2023 false 1']],
    ['EPT', 'ESS_FAMILY|SECTOR_A17', ['ASSOCIATION|RU 2023 false 1']],
  ]);
});

test('every offered combination has a value, for each of its years', async () => {
  const { data } = await graph.run('{ territory(code: "REG:11") { contains { code level } } }');
  const places =
    (data?.territory as { contains: { code: string; level: string }[] } | undefined)?.contains ?? [];
  const empty: string[] = [];
  let asked = 0;
  for (const { level, dataset, combinations } of await offered()) {
    const territories = JSON.stringify(
      places.filter((place) => place.level === level).map(({ code }) => code),
    );
    for (const { dimensions, periods } of combinations) {
      const filters = dimensions.map(
        ({ dimension, code }) => `{ dimension: "${dimension}", in: ["${code}"] }`,
      );
      for (const year of periods) {
        asked += 1;
        const answer = await graph.run(`{ indicator(code: "ESS_JOBS") { series(dataset: "${dataset.code}",
          territories: ${territories}, period: { from: ${year}, to: ${year} }, dimensions: [${filters.join(', ')}]
        ) { observations { status } } } }`);
        const found = JSON.stringify(answer.data).match(/"status":"(?!MISSING)/g) ?? [];
        if (found.length === 0) empty.push(`${dataset.code} ${level} ${filters.join(' ')} ${year}`);
      }
    }
  }
  expect({ empty, asked }).toEqual({ empty: [], asked: 6 });
});

test('what can be asked is narrowed by place, level and dimensions', async () => {
  const names = async (args: string) =>
    (await offered(args)).map(({ level, dimensions }) =>
      [level, ...dimensions.map(({ code }) => code)].join(' '),
    );
  expect(await names('(level: EPT, within: "EPT:200057966")')).toEqual(['EPT ESS_FAMILY SECTOR_A17']);
  expect(await names(`(dataset: "${DATASET}", dimensions: [])`)).toEqual(['COMMUNE']);
  expect(await names('(dimensions: ["SECTOR_A17", "ESS_FAMILY"])')).toEqual([
    'COMMUNE ESS_FAMILY SECTOR_A17',
    'EPT ESS_FAMILY SECTOR_A17',
  ]);
  expect(await names('(within: "COM:92020")')).toEqual([]);
});

test('every cell of a dataset is listed, dated or not, detailed or not, and none more than it has', async () => {
  const listed: unknown[] = [];
  let after: string | null = null;
  do {
    const answer = await graph.run(
      `query ($after: String) { observations(dataset: "${DATASET}", first: 4, after: $after) {
        totalCount pageInfo { hasNextPage endCursor }
        nodes { territory { code } period value dimensions { dimension code } }
      } }`,
      { after },
    );
    type List = {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string };
      nodes: unknown[];
    };
    const list = answer.data?.observations as List;
    expect(list.totalCount).toBe(CELLS.length);
    listed.push(...list.nodes);
    after = list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
  } while (after !== null);
  const text = (value: unknown) => JSON.stringify(value);
  const expected = CELLS.map(({ territory, period, value, breakdown = '' }) => ({
    ...{ territory: { code: territory }, period, value },
    dimensions: breakdown
      .split('|')
      .filter((part) => part !== '')
      .map((part) => ({ dimension: part.split('=')[0], code: part.split('=')[1] })),
  }));
  expect(listed.map(text).sort()).toEqual(expected.map(text).sort());
});

test('observations are filtered by place, level, year and detail, at an instant', async () => {
  const count = async (args: string) => {
    const { data } = await graph.run(`{ observations(dataset: "${DATASET}", ${args}) { totalCount } }`);
    return (data?.observations as { totalCount: number } | undefined)?.totalCount;
  };
  expect(
    await Promise.all(
      [
        'level: EPT',
        'within: "EPT:200057966"',
        'within: "EPT:200057966", level: COMMUNE',
        'period: { from: 2022, to: 2022 }',
        'dimensions: []',
        'dimensions: [{ dimension: "ESS_FAMILY", in: ["ASSOCIATION"] }]',
        'indicators: ["ESS_FTE"]',
        'asOf: "2024-12-31T00:00:00Z"',
      ].map(count),
    ),
  ).toEqual([1, 8, 7, 1, 6, 1, 0, 0]);
});

test('completeness counts published, hidden, meaningless and missing apart', async () => {
  const { data } = await graph.run(`{ dataset(code: "${DATASET}") {
    completeness(indicator: "ESS_JOBS", within: "DEP:92") {
      period territories known suppressed notApplicable missing completeness
    }
    epts: completeness(indicator: "ESS_JOBS", within: "DEP:92", level: EPT) { period }
  } }`);
  const row = (period: number | null, known: number, suppressed: number, notApplicable: number) => ({
    ...{ period, territories: 36, known, suppressed, notApplicable },
    missing: 36 - known - suppressed - notApplicable,
    completeness: known / (36 - notApplicable),
  });
  expect(data?.dataset).toEqual({
    completeness: [row(2022, 1, 0, 0), row(2023, 2, 1, 1), row(null, 1, 0, 0)],
    epts: [],
  });
});

test('a release that is announced is told, and a promised one that is late', async () => {
  const asked = async () => {
    const { data, errors } = await graph.run(`{
      indicator(code: "ESS_JOBS") { nextReleaseOn }
      other: indicator(code: "ESS_FTE") { nextReleaseOn }
      dataset(code: "${DATASET}") { nextReleaseOn freshness { lastReleasedAt dueOn late } }
      urssaf: dataset(code: "ESS-URSSAF") { freshness { lastReleasedAt dueOn late } }
    }`);
    expect(errors).toBe(undefined);
    return data;
  };
  const lastReleasedAt = '2025-01-01T00:00:00.000Z';
  const common = {
    other: { nextReleaseOn: null },
    urssaf: { freshness: { lastReleasedAt: null, dueOn: null, late: null } },
  };
  expect(await asked()).toEqual({
    ...common,
    indicator: { nextReleaseOn: null },
    dataset: { nextReleaseOn: null, freshness: { lastReleasedAt, dueOn: '2026-01-01', late: true } },
  });
  const announce = (on: string) =>
    graph.db.query('UPDATE dataset SET next_release_on = $2 WHERE code = $1', [DATASET, on]);
  await announce('2026-03-02');
  expect(await asked()).toEqual({
    ...common,
    indicator: { nextReleaseOn: '2026-03-02' },
    dataset: { nextReleaseOn: '2026-03-02', freshness: { lastReleasedAt, dueOn: '2026-03-02', late: false } },
  });
  await announce('2026-03-01');
  expect(await asked()).toEqual({
    ...common,
    indicator: { nextReleaseOn: null },
    dataset: { nextReleaseOn: '2026-03-01', freshness: { lastReleasedAt, dueOn: '2026-03-01', late: true } },
  });
});
