import { VISITOR } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';

const AGENT = { ...VISITOR, kind: 'person', subject: 'agent-1', roles: ['agent'] } as const;
const APPLICANT = { ...VISITOR, kind: 'person', subject: 'applicant-1', roles: ['applicant'] } as const;

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await loadedGrants();
  await graph.db.query(`
    INSERT INTO application (id, call_id, organization_id, applicant_name, summary, action_territories, state, is_demonstration, source_ids)
    VALUES ('APP:draft', 'CALL:4', 'ORG:solishop', 'Solishop', 'Un brouillon.', '{COM:92046}', 'DRAFT', false, '{}')`);
});
afterAll(() => graph.stop());

const codesOf = ({ errors }: Awaited<ReturnType<TestSubgraph['run']>>) =>
  errors?.map(({ extensions }) => extensions?.code);

test('a laureate is found by its id, and what is not published is not', async () => {
  const { data } = await graph.run(`{
    laureate: application(id: "APP:1-assol") { applicantName }
    unknown: application(id: "APP:personne") { id }
    draft: application(id: "APP:draft") { id }
  }`);
  expect(data).toEqual({ laureate: { applicantName: 'Assol' }, unknown: null, draft: null });
});

test.each(['ORG:assol', 'APP:', 'assol', 'APP:Élan'])(
  '« %s » is not the id of an application',
  async (id) => {
    expect(codesOf(await graph.run('query ($id: ID!) { application(id: $id) { id } }', { id }))).toEqual([
      'BAD_USER_INPUT',
    ]);
  },
);

test('a draft is in no public list', async () => {
  const { data } = await graph.run(`{
    laureates(filter: { search: "Solishop" }) { nodes { id } }
    _entities(representations: [{ __typename: "Organization", id: "ORG:solishop" }, { __typename: "Application", id: "APP:draft" }]) {
      ... on Organization { applications { id } drafts: applications(states: [DRAFT]) { id } }
      ... on Application { state }
    }
  }`);
  expect(data).toEqual({
    laureates: { nodes: [{ id: 'APP:1-solishop' }] },
    _entities: [{ applications: [{ id: 'APP:1-solishop' }], drafts: [] }, null],
  });
});

test.each(['{ myApplications { id } }', '{ applications { totalCount } }'])(
  'a visitor may not ask %s',
  async (query) => {
    expect(codesOf(await graph.run(query))).toEqual(['UNAUTHENTICATED']);
  },
);

test('an applicant has filed nothing here yet, and may not list the applications of others', async () => {
  const applicant = graph.as(APPLICANT);
  expect(await applicant.run('{ myApplications { id } }')).toEqual({ data: { myApplications: [] } });
  expect(codesOf(await applicant.run('{ applications { totalCount } }'))).toEqual(['FORBIDDEN']);
});

test('an agent lists every application that was filed; drafts are their authors’ own', async () => {
  const { data } = await graph.as(AGENT).run(`{
    all: applications(first: 1) { totalCount nodes { id } pageInfo { hasNextPage } }
    first: applications(edition: 1) { totalCount }
    drafts: applications(states: [DRAFT], search: "solishop") { totalCount nodes { id } }
  }`);
  expect(data).toEqual({
    all: { totalCount: 27, nodes: [{ id: 'APP:2-afute' }], pageInfo: { hasNextPage: true } },
    first: { totalCount: 13 },
    drafts: { totalCount: 0, nodes: [] },
  });
});
