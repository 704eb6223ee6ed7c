import { type TestSubgraph, testSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { events } from '../events.ts';
import { copyCommunes } from '../foreign/territory-copy.fixture.ts';

const EPT = { id: 'EPT:200057982', communes: ['COM:92026', 'COM:92050', 'COM:92062'] };

let graph: TestSubgraph;
let all: Listed[];

type Listed = {
  slug: string;
  type: string;
  startsOn: string;
  precision: string;
  endsAt: string | null;
  territory: { id: string } | null;
  spotsLeft: number | null;
  audience: string | null;
  series: { code: string } | null;
  isDemonstration: boolean;
};

const LIST = `query ($filter: EventFilter, $first: Int! = 100, $after: String) {
  events(filter: $filter, first: $first, after: $after) {
    totalCount icsUrl pageInfo { hasNextPage endCursor }
    facets { types { key count } territories { key label count } series { key label count } }
    nodes { slug type startsOn precision endsAt territory { id } spotsLeft audience series { code } isDemonstration }
  }
}`;

type Count = { key: string; label?: string; count: number };
type List = {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  facets: { types: Count[]; territories: Count[]; series: Count[] };
  nodes: Listed[];
};

async function list(variables: Record<string, unknown>): Promise<List> {
  const { data, errors } = await graph.run(LIST, variables);
  expect(errors).toBeUndefined();
  return data?.events as List;
}

beforeAll(async () => {
  graph = await testSubgraph(events);
  await copyCommunes(graph.db, '92', EPT, { 'COM:92026': 'COM:75026' });
  await graph.open.load({
    dataDir: 'data',
    area: '92',
    demonstration: true,
    scale: 2,
    thorough: false,
    onProgress: () => {},
  });
  all = (await list({})).nodes;
});
afterAll(() => graph.stop());

const lastDay = ({ precision, startsOn }: Listed) =>
  precision === 'MONTH' ? `${startsOn.slice(0, 8)}31` : startsOn;

const FILTERS: [title: string, filter: Record<string, unknown>, keeps: (event: Listed) => boolean][] = [
  ['nothing asked', {}, () => true],
  [
    'types',
    { types: ['FUNDING_MORNING', 'OTHER'] },
    ({ type }) => ['FUNDING_MORNING', 'OTHER'].includes(type),
  ],
  ['no type at all', { types: [] }, () => false],
  ['from', { from: '2026-11-20T12:00:00Z' }, (event) => lastDay(event) >= '2026-11-20'],
  ['from, at midnight in Paris', { from: '2026-06-30T22:00:00Z' }, (event) => lastDay(event) >= '2026-07-01'],
  ['to', { to: '2026-11-20T12:00:00Z' }, ({ startsOn }) => startsOn <= '2026-11-20'],
  [
    'to, before midnight in Paris',
    { to: '2026-06-30T21:59:59Z' },
    ({ startsOn }) => startsOn <= '2026-06-30',
  ],
  ['within a commune', { within: 'COM:92026' }, ({ territory }) => territory?.id === 'COM:92026'],
  [
    'within a commune under its former code',
    { within: 'COM:75026' },
    ({ territory }) => territory?.id === 'COM:92026',
  ],
  ['within an EPT', { within: EPT.id }, ({ territory }) => EPT.communes.includes(territory?.id ?? '')],
  ['within the département', { within: 'DEP:92' }, ({ territory }) => territory !== null],
  ['within another', { within: 'DEP:75' }, () => false],
  ['spots left', { hasSpots: true }, ({ spotsLeft }) => (spotsLeft ?? 0) > 0],
  ['no spots left', { hasSpots: false }, ({ spotsLeft }) => spotsLeft === 0],
  [
    'an audience',
    { audience: ['porteurs de projet'] },
    ({ audience }) => audience?.includes('orteurs de projet') ?? false,
  ],
  [
    'an accentless audience',
    { audience: ['LYCEENS'] },
    ({ audience }) => audience?.includes('lycéens') ?? false,
  ],
  ['no audience at all', { audience: [] }, () => false],
  [
    'series',
    { series: ['MFI', 'MOIS_ESS'] },
    ({ series }) => ['MFI', 'MOIS_ESS'].includes(series?.code ?? ''),
  ],
  ['an unknown series', { series: ['NO_SUCH_SERIES'] }, () => false],
  ['facts', { isDemonstration: false }, ({ isDemonstration }) => !isDemonstration],
  ['demonstration', { isDemonstration: true }, ({ isDemonstration }) => isDemonstration],
  [
    'several at once',
    { from: '2026-03-02T00:00:00Z', within: 'DEP:92', hasSpots: true, isDemonstration: true },
    (event) => lastDay(event) >= '2026-03-02' && (event.spotsLeft ?? 0) > 0,
  ],
];

test.each(FILTERS)(
  'a filter by %s keeps what a plain reading of the events keeps',
  async (_, filter, keeps) => {
    const { totalCount, nodes } = await list({ filter });
    const expected = all.filter(keeps);
    expect({ totalCount, nodes }).toEqual({ totalCount: expected.length, nodes: expected });
  },
);

test.each(FILTERS)('under a filter by %s, each facet sums to the total', async (_, filter) => {
  const { totalCount, facets } = await list({ filter, first: 1 });
  const sum = (counts: Count[]) => counts.reduce((total, { count }) => total + count, 0);
  expect([sum(facets.types), sum(facets.territories), sum(facets.series)]).toEqual([
    totalCount,
    totalCount,
    totalCount,
  ]);
});

test('facets name what they count, and count apart what is unknown', async () => {
  const { facets } = await list({ filter: { isDemonstration: false } });
  expect({ territories: facets.territories, last: facets.series.at(-1) }).toEqual({
    territories: [
      { key: 'COM:92026', label: 'Courbevoie', count: 4 },
      { key: 'UNKNOWN', label: 'Non précisé', count: 2 },
    ],
    last: { key: 'UNKNOWN', label: 'Non précisé', count: 1 },
  });
});

test('the pages of a list, put together, are the list', async () => {
  const nodes: Listed[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const page: List = await list({ first: 7, after });
    nodes.push(...page.nodes);
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage;
  }
  expect({ length: all.length, nodes }).toEqual({ length: 86, nodes: all });
});

test.each([
  [{ filter: { within: '92026' } }, 'filter.within'],
  [{ filter: { within: 'COM:9202' } }, 'filter.within'],
  [{ filter: { audience: ['lycéens', ' '] } }, 'filter.audience'],
  [{ first: 0 }, 'first'],
  [{ first: 101 }, 'first'],
  [{ after: 'abc' }, 'after'],
])('%o is refused', async (variables, argument) => {
  const { errors } = await graph.run(LIST, variables);
  expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument }]);
});

test('three and a hundred events cost the same statements', async () => {
  const ask = (first: number) => () =>
    graph.run(
      `query ($first: Int!) { events(first: $first) { totalCount facets { types { key } territories { key } series { key } }
         nodes { series { name } parts { slug } claims { field } sources { title } sessions { id } } } }`,
      { first },
    );
  const few = await graph.statementsOf(ask(3));
  const many = await graph.statementsOf(ask(100));
  expect({ few: few.length, many: many.length }).toEqual({ few: 11, many: 11 });
});
