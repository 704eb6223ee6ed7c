import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await loadedGrants();
});
afterAll(() => graph.stop());

async function entities(representations: object[], selection: string): Promise<unknown> {
  const { data, errors } = await graph.run(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`,
    { representations },
  );
  expect(errors).toBeUndefined();
  return data?._entities;
}

const territory = (id: string, population: number | null = null) => ({
  __typename: 'Territory',
  id,
  population,
});
const organization = (id: string) => ({ __typename: 'Organization', id });

test('a territory has the laureates whose project lies in it', async () => {
  expect(
    await entities(
      [territory('COM:92002'), territory('EPT:200057990'), territory('COM:92047')],
      '... on Territory { laureates(first: 2) { totalCount nodes { applicantName } pageInfo { hasNextPage } facets { editions { key count } } } }',
    ),
  ).toEqual([
    {
      laureates: {
        totalCount: 3,
        nodes: [{ applicantName: 'Synergie' }, { applicantName: 'Les petites cantines' }],
        pageInfo: { hasNextPage: true },
        facets: {
          editions: [
            { key: '2', count: 1 },
            { key: '1', count: 2 },
          ],
        },
      },
    },
    {
      laureates: {
        totalCount: 1,
        nodes: [{ applicantName: 'La société du partage' }],
        pageInfo: { hasNextPage: false },
        facets: { editions: [{ key: '1', count: 1 }] },
      },
    },
    { laureates: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false }, facets: { editions: [] } } },
  ]);
});

test('amounts are unknown, and nowhere zero while laureates are not published', async () => {
  const summary = (awarded: number, lastAwardYear: number | null) => ({
    grantSummary: { applications: null, awarded, granted: null, lastAwardYear },
    grantCentsPerInhabitant: null,
  });
  expect(
    await entities(
      [territory('COM:92002', 64_263), territory('EPT:200057982', 570_374), territory('COM:92047', 1_752)],
      '... on Territory { grantSummary { applications awarded granted { cents } lastAwardYear } grantCentsPerInhabitant }',
    ),
  ).toEqual([summary(3, 2024), summary(5, 2024), summary(0, null)]);
});

test('36 territories cost as many statements as one', async () => {
  const selection = `... on Territory {
    laureates(first: 5) { totalCount totalAwarded { cents } facets { themes { key } } nodes { call { edition } themes { code } } }
    grantSummary { awarded granted { cents } } grantCentsPerInhabitant }`;
  const places: { id: string }[] = await graph.db.query(`SELECT id FROM territory_copy ORDER BY id`);
  const many = Array.from({ length: 36 }, (_, index) =>
    territory(places[index % places.length]?.id ?? `COM:920${index}`, 1),
  );
  const one = await graph.statementsOf(() => entities([territory('DEP:92', 1)], selection));
  const all = await graph.statementsOf(() => entities(many, selection));
  expect({ one: one.length, all: all.length }).toEqual({ one: 6, all: 6 });
});

test('an organisation is a laureate when an edition names it', async () => {
  expect(
    await entities(
      [organization('ORG:assol'), organization('ORG:activity')],
      '... on Organization { isLaureate applications(states: [AWARDED]) { id } jointProjects { title } }',
    ),
  ).toEqual([
    { isLaureate: true, applications: [{ id: 'APP:1-assol' }], jointProjects: [] },
    { isLaureate: false, applications: [], jointProjects: [] },
  ]);
});

test('Maison Proxité and Lit uP lead one project together', async () => {
  const project = {
    title: 'Projet commun de Maison Proxité et de Lit uP (sans nom dans la source)',
    since: null,
    partners: [{ id: 'ORG:maison-proxite' }, { id: 'ORG:lit-up' }],
  };
  expect(
    await entities(
      [organization('ORG:maison-proxite'), organization('ORG:lit-up')],
      '... on Organization { jointProjects { title since partners { id } } }',
    ),
  ).toEqual([{ jointProjects: [project] }, { jointProjects: [project] }]);
});
