import { VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadedGrants } from './testing/loaded-grants.fixture.ts';

const person = (role: string, organization: string | null = null): Viewer => ({
  ...VISITOR,
  kind: 'person',
  subject: `some-${role}`,
  roles: [role],
  organization,
});

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await loadedGrants();
  await graph.db.query(`UPDATE application SET requested_cents = 481516 WHERE id = 'APP:1-assol'`);
});
afterAll(() => graph.stop());

const REQUESTED = {
  'by its id': '{ application(id: "APP:1-assol") { requested { cents } } }',
  'in a list': '{ laureates(filter: { search: "Assol" }) { nodes { requested { cents } } } }',
  'from its organisation':
    '{ _entities(representations: [{ __typename: "Organization", id: "ORG:assol" }]) { ... on Organization { applications { requested { cents } } } } }',
  'from another subgraph':
    '{ _entities(representations: [{ __typename: "Application", id: "APP:1-assol" }]) { ... on Application { requested { cents } } } }',
};

const outcomes = async (viewer: Viewer) =>
  Promise.all(
    Object.values(REQUESTED).map(async (query) => {
      const { data, errors } = await graph.as(viewer).run(query);
      const seen = JSON.stringify(data).includes('481516');
      return errors?.map(({ extensions }) => extensions?.['code']).join() ?? (seen ? 'read' : 'absent');
    }),
  );

test.each([
  ['a visitor', VISITOR, 'UNAUTHENTICATED'],
  ['an applicant of no organisation', person('applicant'), 'FORBIDDEN'],
  ['an applicant of another organisation', person('applicant', 'ORG:solishop'), 'FORBIDDEN'],
  ['a partner of the same organisation', person('partner', 'ORG:assol'), 'FORBIDDEN'],
  ['the applicant', person('applicant', 'ORG:assol'), 'read'],
  ['an agent', person('agent'), 'read'],
])('what an application asked for: %s', async (_who, viewer, outcome) => {
  expect(await outcomes(viewer)).toEqual(Object.keys(REQUESTED).map(() => outcome));
});

test('an applicant reads no score, not even of the own application', async () => {
  const { data, errors } = await graph
    .as(person('applicant', 'ORG:assol'))
    .run('{ application(id: "APP:1-assol") { history { to } scorecard { weightedMean } } }');
  expect([data, errors?.map(({ path }) => path)]).toEqual([
    { application: { history: [], scorecard: null } },
    [['application', 'scorecard']],
  ]);
});
