import { VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { AGENT, APPLICANT, OTHER_APPLICANT } from '../testing/viewers.fixture.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await loadedGrants();
});
afterAll(() => graph.stop());

type Suggestion = {
  name: string;
  score: number;
  contributions: { code: string; points: number; explanation: string }[];
};
async function partners(id: string, first = 3, viewer: Viewer = AGENT): Promise<Suggestion[]> {
  const { data, errors } = await graph.as(viewer).run(
    `query ($of: [_Any!]!, $first: Int!) { _entities(representations: $of) { ... on Organization {
       suggestedPartners(first: $first) { name score contributions { code points explanation } } } } }`,
    { of: [{ __typename: 'Organization', id }], first },
  );
  const [organization] = (data?.['_entities'] ?? []) as { suggestedPartners: Suggestion[] }[];
  return (errors?.map(({ extensions }) => extensions?.['code']) ??
    organization?.suggestedPartners) as Suggestion[];
}
const names = (suggestions: Suggestion[]) => suggestions.map(({ name }) => name);

test('Maison Proxité and Lit uP are in each other’s first three, without what they do together', async () => {
  const before = [await partners('ORG:maison-proxite'), await partners('ORG:lit-up')];
  await graph.db.query('DELETE FROM joint_project');
  expect([await partners('ORG:maison-proxite'), await partners('ORG:lit-up')]).toEqual(before);
  expect(
    before.map((suggestions, index) =>
      names(suggestions).includes(['Lit uP', 'Maison Proxité'][index] ?? ''),
    ),
  ).toEqual([true, true]);
  const of = before[0]?.find(({ name }) => name === 'Lit uP')?.contributions ?? [];
  expect(of.slice(0, 2)).toMatchObject([
    { code: 'TERRITORY', points: 40, explanation: 'Même commune : Nanterre.' },
    { code: 'AUDIENCE', explanation: expect.stringContaining('les jeunes') },
  ]);
});

test('the parts of each score add up to it, both ways alike, the highest first', async () => {
  const { data } = await graph.run(
    '{ laureates(first: 100) { nodes { applicantName organization { id } } } }',
  );
  const { nodes } = (data?.['laureates'] ?? { nodes: [] }) as {
    nodes: { applicantName: string; organization: { id: string } }[];
  };
  const all = await Promise.all(
    nodes.map(async ({ applicantName, organization: { id } }) => ({
      name: applicantName,
      suggestions: await partners(id, 100),
    })),
  );
  const pairs = new Map<string, number>();
  for (const { name, suggestions } of all) {
    expect(suggestions).toHaveLength(26);
    expect(suggestions.map(({ score }) => score)).toEqual(
      suggestions.map(({ score }) => score).sort((a, b) => b - a),
    );
    for (const { name: other, score, contributions } of suggestions) {
      const hundredths = contributions.reduce((sum, { points }) => sum + Math.round(points * 100), 0);
      expect(hundredths).toBe(Math.round(score * 100));
      const pair = [name, other].sort().join(' | ');
      expect(pairs.get(pair) ?? score).toBe(score);
      pairs.set(pair, score);
    }
  }
  expect(pairs.size).toBe((27 * 26) / 2);
});

test('agents and the structure itself read it; one that is no laureate has none', async () => {
  expect(names(await partners('ORG:maison-proxite', 1, OTHER_APPLICANT))).toHaveLength(1);
  expect(await partners('ORG:maison-proxite', 1, APPLICANT)).toEqual(['FORBIDDEN']);
  expect(await partners('ORG:maison-proxite', 1, VISITOR)).toEqual(['UNAUTHENTICATED']);
  expect(await partners('ORG:france-active-metropole')).toEqual([]);
  expect(await partners('ORG:lit-up', 101)).toEqual(['BAD_USER_INPUT']);
});
