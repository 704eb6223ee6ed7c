import { type TestSubgraph, testSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { events } from '../events.ts';
import { copyCommunes } from './territory-copy.fixture.ts';

const EPT = { id: 'EPT:200057982', communes: ['COM:92026', 'COM:92050'] };

let graph: TestSubgraph;
let communes: string[];

beforeAll(async () => {
  graph = await testSubgraph(events);
  communes = await copyCommunes(graph.db, '92', EPT);
  await graph.open.load({
    dataDir: 'data',
    area: '92',
    demonstration: true,
    scale: 3,
    thorough: false,
    onProgress: () => {},
  });
});
afterAll(() => graph.stop());

const AGENDAS = `query ($territories: [_Any!]!, $from: DateTime, $first: Int! = 10) {
  _entities(representations: $territories) { ... on Territory { id agenda(from: $from, first: $first) {
    totalCount icsUrl pageInfo { hasNextPage } nodes { slug parts { id } sessions { id } sources { title } }
    facets { types { count } territories { key count } series { key count } } } } }
}`;

type Counted = { key: string; count: number };
type Agenda = {
  totalCount: number;
  icsUrl: null;
  nodes: { slug: string }[];
  facets: { types: Counted[]; territories: Counted[]; series: Counted[] };
};

async function agendasOf(
  ids: string[],
  variables: Record<string, unknown> = {},
): Promise<Map<string, Agenda>> {
  const territories = ids.map((id) => ({ __typename: 'Territory', id }));
  const { data } = await graph.run(AGENDAS, { territories, ...variables });
  return new Map(
    (data as { _entities: { id: string; agenda: Agenda }[] })._entities.map(({ id, agenda }) => [id, agenda]),
  );
}

test('an agenda holds the events of the territory and of those inside it', async () => {
  const agendas = await agendasOf([...communes, EPT.id, 'DEP:92', 'DEP:75']);
  const total = (ids: string[]) => ids.reduce((sum, id) => sum + (agendas.get(id)?.totalCount ?? 0), 0);
  const [located]: { count: number }[] = await graph.db.query(
    'SELECT count(territory_id)::int AS count FROM event',
  );
  expect({
    ept: total([EPT.id]),
    department: total(['DEP:92']),
    sum: total(communes),
    elsewhere: total(['DEP:75']),
  }).toEqual({
    ept: total(EPT.communes),
    department: located?.count,
    sum: located?.count,
    elsewhere: 0,
  });
});

test('each facet of an agenda sums to its total', async () => {
  const agendas = await agendasOf([EPT.id, 'DEP:92', 'COM:92026', 'DEP:75']);
  const sum = (counts: Counted[]) => counts.reduce((total, { count }) => total + count, 0);
  for (const { totalCount, facets, icsUrl } of agendas.values()) {
    expect({
      types: sum(facets.types),
      territories: sum(facets.territories),
      series: sum(facets.series),
      icsUrl,
    }).toEqual({
      types: totalCount,
      territories: totalCount,
      series: totalCount,
      icsUrl: null,
    });
  }
});

test('from keeps the day that has begun in Paris', async () => {
  const facts = async (from: string) => {
    const agenda = (await agendasOf(['COM:92026'], { from })).get('COM:92026');
    return agenda?.nodes.map(({ slug }) => slug).filter((slug) => !slug.startsWith('demo-'));
  };
  expect({ eve: await facts('2024-11-13T22:59:59Z'), morrow: await facts('2024-11-13T23:00:00Z') }).toEqual({
    eve: [
      'matinee-financements-impact-2024-11-13',
      'atelier-collectivites-2024-11-13',
      'convention-affaires-busin-ess-2024-11-13',
      'rencontres-ess-et-territoire-2024-11-13',
    ],
    morrow: [],
  });
});

test('one and 36 agendas cost the same statements', async () => {
  const one = await graph.statementsOf(() => agendasOf(['COM:92026']));
  const all = await graph.statementsOf(() => agendasOf(communes));
  expect({ communes: communes.length, one: one.length, all: all.length }).toEqual({
    communes: 36,
    one: 9,
    all: 9,
  });
});

test.each([0, 101])('an agenda has no page of %i events', async (first) => {
  const { errors } = await graph.run(AGENDAS, {
    territories: [{ __typename: 'Territory', id: 'DEP:92' }],
    first,
  });
  expect(errors?.map(({ extensions }) => extensions)).toEqual([
    { code: 'BAD_USER_INPUT', argument: 'first' },
  ]);
});
