import { VISITOR } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';

type Facet = { key: string; label: string; count: number };
type Laureates = {
  totalCount: number;
  totalAwarded: { cents: number } | null;
  nodes: { applicantName: string; title: string | null }[];
  facets: Record<'themes' | 'editions' | 'territories', Facet[]>;
};

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await loadedGrants();
});
afterAll(() => graph.stop());

async function laureates(filter: object | null, extra = ''): Promise<Laureates> {
  const { data, errors } = await graph.run(
    `query ($filter: LaureateFilter) { laureates(filter: $filter, first: 100${extra}) {
       totalCount totalAwarded { cents } nodes { applicantName title }
       facets { themes { key label count } editions { key label count } territories { key label count } } } }`,
    { filter },
  );
  expect(errors).toBeUndefined();
  return data?.laureates as Laureates;
}

const namesOf = ({ nodes }: Laureates) => nodes.map(({ applicantName }) => applicantName);
const sumOf = (facet: Facet[]) => facet.reduce((sum, { count }) => sum + count, 0);

test.each([
  ['DEP:92', 25],
  ['REG:11', 25],
  ['EPT:200057966', 12],
  ['EPT:200057982', 5],
  ['EPT:200057974', 3],
  ['EPT:200057990', 1],
  ['COM:92002', 3],
  ['COM:75002', 3],
  ['COM:92047', 0],
  ['COM:69123', 0],
])('%s has %i of the 27 laureates', async (within, count) => {
  const found = await laureates({ within });
  expect([found.totalCount, found.nodes.length]).toEqual([count, count]);
});

test('Antony has Les petites cantines, Reprise and Synergie', async () => {
  expect(namesOf(await laureates({ within: 'COM:92002' }, ', orderBy: NAME_ASC'))).toEqual([
    'Les petites cantines',
    'Reprise',
    'Synergie',
  ]);
});

test.each([
  ['clam art', ['Clam’Art de vivre']],
  ['PROBONOLAB', ['Pro Bono Lab']],
  ['LIT UP', ['Lit uP']],
  ["clam'art", ['Clam’Art de vivre']],
  ['stade multisport montrouge', ['Stade Multisports Montrouge']],
  ['aucun nom pareil', []],
])('« %s » finds %j', async (search, names) => {
  expect(namesOf(await laureates({ search }))).toEqual(names);
});

test.each([
  [{ editions: [1] }, 13],
  [{ editions: [2, 3] }, 14],
  [{ editions: [] }, 0],
  [{ themes: ['VIE_QUOTIDIENNE'] }, 13],
  [{ themes: ['UNKNOWN'] }, 14],
  [{ themes: ['NOT_A_THEME'] }, 0],
  [{ asOf: '2022-12-31' }, 0],
  [{ asOf: '2023-06-30' }, 13],
  [{ asOf: '2024-01-01' }, 27],
  [{ isDemonstration: true }, 0],
  [{ isDemonstration: false }, 27],
  [{ minCents: 0 }, 0],
  [{ maxCents: 1_500_000 }, 0],
  [{ editions: [2], within: 'COM:92049' }, 2],
])('%j keeps %i laureates', async (filter, count) => {
  expect((await laureates(filter)).totalCount).toBe(count);
});

test('unknown amounts make no total; an empty list makes zero where every award is named', async () => {
  expect((await laureates(null)).totalAwarded).toBeNull();
  expect((await laureates({ editions: [3] })).totalAwarded).toBeNull();
  expect((await laureates({ themes: ['NOT_A_THEME'] })).totalAwarded).toBeNull();
  expect((await laureates({ editions: [1], themes: ['NOT_A_THEME'] })).totalAwarded).toEqual({ cents: 0 });
});

test.each([null, { within: 'DEP:92' }, { editions: [2] }, { within: 'EPT:200057966' }])(
  'facets of %j count the whole list',
  async (filter) => {
    const { totalCount, facets } = await laureates(filter);
    expect([sumOf(facets.themes), sumOf(facets.editions), sumOf(facets.territories)]).toEqual([
      totalCount,
      totalCount,
      totalCount,
    ]);
  },
);

test('facets name what they count, unknown values last', async () => {
  const { facets } = await laureates(null);
  expect(facets.themes).toEqual([
    { key: 'VIE_QUOTIDIENNE', label: 'Amélioration de la vie quotidienne', count: 13 },
    { key: 'UNKNOWN', label: 'Non précisé', count: 14 },
  ]);
  expect(facets.editions).toEqual([
    { key: '2', label: 'Appel à projets PROGR’ESS – 2e édition', count: 14 },
    { key: '1', label: 'Appel à projets PROGR’ESS – 1re édition', count: 13 },
  ]);
  expect([facets.territories[0], facets.territories.at(-1)]).toEqual([
    { key: 'DEP:92', label: 'Hauts-de-Seine', count: 4 },
    { key: 'UNKNOWN', label: 'Non précisé', count: 2 },
  ]);
});

test('the most recent laureates come first unless another order is asked', async () => {
  const recent = namesOf(await laureates(null));
  expect([recent[0], recent[13], recent[14], recent[26]]).toEqual([
    'Afuté',
    'Urbanescence',
    'Assol',
    'Stade Multisports Montrouge',
  ]);
  expect(namesOf(await laureates(null, ', orderBy: NAME_ASC')).slice(0, 4)).toEqual([
    'Afuté',
    'Assol',
    'Bagneux environnement',
    'BicyclAide',
  ]);
});

test.each([
  ['filter.within', '{ laureates(filter: { within: "92002" }) { totalCount } }'],
  ['filter.search', '{ laureates(filter: { search: "  " }) { totalCount } }'],
  ['first', '{ laureates(first: 101) { totalCount } }'],
  ['after', '{ laureates(after: "abc") { totalCount } }'],
])('a wrong %s is refused by its name', async (argument, query) => {
  const { errors } = await graph.run(query);
  expect(errors?.map(({ extensions }) => [extensions?.code, extensions?.argument])).toEqual([
    ['BAD_USER_INPUT', argument],
  ]);
});

test('a laureate says what its sources say, and no more', async () => {
  const agent = { ...VISITOR, kind: 'person', subject: 'agent-1', roles: ['agent'] } as const;
  const { data } = await graph.as(agent).run(`{ laureates(filter: { search: "Assol" }) { nodes {
    id number state title areaAsStated fundedItems isDemonstration publicInfo awardLetterUrl
    requested { cents } awarded { cents } scorecard { spread } history { hash } reportsDue { status }
    call { edition launchYear awardYear } organization { id } actionTerritories { id } themes { code }
    sources { producer vintage } } } }`);
  expect(data).toEqual({
    laureates: {
      nodes: [
        {
          id: 'APP:1-assol',
          number: null,
          state: 'AWARDED',
          title: "Du jardin à l'assiette",
          areaAsStated: 'Nanterre',
          fundedItems: 'Matériel de jardinage, entre autres.',
          isDemonstration: false,
          publicInfo: null,
          awardLetterUrl: null,
          requested: null,
          awarded: null,
          scorecard: null,
          history: [],
          reportsDue: [],
          call: { edition: 1, launchYear: 2022, awardYear: 2023 },
          organization: { id: 'ORG:assol' },
          actionTerritories: [{ id: 'COM:92050' }],
          themes: [{ code: 'VIE_QUOTIDIENNE' }],
          sources: [
            { producer: 'Département des Hauts-de-Seine', vintage: '2025-2026' },
            { producer: 'Département des Hauts-de-Seine', vintage: '2024-2025' },
            { producer: 'Département des Hauts-de-Seine', vintage: '2023' },
          ],
        },
      ],
    },
  });
});
