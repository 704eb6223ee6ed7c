import type { Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import {
  buildClientSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApplicationState } from '../application/application.state.ts';
import { anApplication } from '../testing/an-application.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { selectionSets } from '../testing/selection-sets.fixture.ts';
import { jurorOf } from '../testing/viewers.fixture.ts';
import { aGrid, seat } from './jury.fixture.ts';

const RECUSED = jurorOf('ORG:kpmg');
const UNDECLARED = jurorOf('ORG:villyz');
const ELSEWHERE = jurorOf('ORG:base-commune');
const DECLARED = jurorOf('ORG:activity');
const SECRET = 'canari-secret';
const NAME = 'canari-nom';
const AMOUNT = 481_516;

let graph: TestSubgraph;
let sets: string[];
beforeAll(async () => {
  graph = await loadedGrants();
  await aGrid(graph);
  for (const juror of [RECUSED, UNDECLARED, ELSEWHERE, DECLARED]) await seat(graph, juror);
  const ids: string[] = [];
  for (const state of Object.values(ApplicationState)) {
    if (state !== 'AWARDED') ids.push(await secretApplication(state));
  }
  sets = selectionSets(await schemaOf(), {
    count: 1_000,
    seed: 4815,
    literals: {
      id: ids.map((id) => `"${id}"`),
      edition: ['4'],
      editions: ['[4]', '[1]'],
      first: ['20'],
      search: [`"${SECRET}"`, `"${NAME}"`],
      within: ['"COM:92026"', '"DEP:92"'],
    },
    often: ['application', 'myReviews', '_entities'],
    representations: [
      ...ids.map((id) => `{ __typename: "Application", id: "${id}" }`),
      '{ __typename: "Organization", id: "ORG:assol" }',
      '{ __typename: "Territory", id: "COM:92026" }',
    ],
  });
});
afterAll(() => graph.stop());

async function schemaOf(): Promise<GraphQLSchema> {
  const { data } = await graph.run(getIntrospectionQuery());
  return buildClientSchema(data as unknown as IntrospectionQuery);
}

/** An application in which all that is private says so, with somebody who declared, one who did not, and one recused. */
async function secretApplication(state: ApplicationState): Promise<string> {
  const id = await anApplication(graph.db, {
    ...{ state, organizationId: 'ORG:assol', applicantName: NAME, title: SECRET, summary: SECRET },
    requestedCents: AMOUNT,
  });
  await graph.db.query(
    `INSERT INTO source (id, producer, title, citation) VALUES ($1, $1, $1, $1) ON CONFLICT DO NOTHING`,
    [SECRET],
  );
  await graph.db.query(
    `UPDATE application SET area_as_stated = $2, funded_items = $2, public_info = $2, source_ids = ARRAY[$2],
            action_territories = ARRAY[$2, 'COM:92026'], project_total_cents = $3,
            number = 481516 + (SELECT count(*) FROM application)
      WHERE id = $1`,
    [id, SECRET, AMOUNT],
  );
  await graph.db.query(
    `INSERT INTO application_transition (application_id, action, from_state, to_state, at, actor_role, actor, reason, journal_seq)
     SELECT $1, 'REQUEST_INFORMATION', 'SUBMITTED', 'MORE_INFO_REQUESTED', now(), 'agent', $2, $2,
            append_to_journal('APPLICATION_MOVED', 'person', 'PERSON:agent', $1, 'test-request', '{}'::jsonb)`,
    [id, SECRET],
  );
  await graph.db.query(
    `INSERT INTO review_assignment (id, application_id, reviewer, assigned_at, assigned_by, declared_at, recused_at, recusal_reason)
     VALUES (gen_random_uuid(), $1, $2, now(), 'PERSON:agent', now(), now(), NULL),
            (gen_random_uuid(), $1, $3, now(), 'PERSON:agent', NULL, NULL, NULL),
            (gen_random_uuid(), $1, $4, now(), 'PERSON:agent', now(), NULL, NULL)`,
    [id, RECUSED.subject, UNDECLARED.subject, DECLARED.subject],
  );
  await graph.db.query(
    `INSERT INTO review (assignment_id, application_id, call_id, comment, saved_at)
     SELECT id, application_id, 'CALL:4', $2, now() FROM review_assignment WHERE application_id = $1 AND cleared`,
    [id, SECRET],
  );
  await graph.db.query(
    `INSERT INTO review_score (assignment_id, call_id, criterion_code, max_score, score, comment)
     SELECT assignment_id, 'CALL:4', 'IMPACT', 5, 5, $2 FROM review WHERE application_id = $1`,
    [id, SECRET],
  );
  await graph.db.query('UPDATE review SET submitted_at = now() WHERE application_id = $1', [id]);
  return id;
}

/** How many of the answers tell a secret, and how many the name of the applicant outside what it takes to declare. */
async function told(viewer: Viewer, some = sets): Promise<{ secrets: number; names: number }> {
  const answers: { text: string; rest: string }[] = [];
  for (const query of some) {
    const { data, errors } = await graph.as(viewer).run(query);
    const { myReviews: _, ...rest } = data ?? {};
    answers.push({ text: JSON.stringify({ data, errors }), rest: JSON.stringify({ rest, errors }) });
  }
  return {
    secrets: answers.filter(({ text }) => text.includes(SECRET) || text.includes(`${AMOUNT}`)).length,
    names: answers.filter(({ rest }) => rest.includes(NAME)).length,
  };
}

test.each([
  ['recused', RECUSED],
  ['undeclared', UNDECLARED],
])('of 1 000 selection sets, a juror who is %s is answered no private value', async (_who, viewer) => {
  expect(await told(viewer)).toEqual({ secrets: 0, names: 0 });
});

test('nor is a juror of other applications, name included, of 400', async () => {
  expect(await told(ELSEWHERE, sets.slice(0, 400))).toEqual({ secrets: 0, names: 0 });
});

test('the first 400 bring private values to a juror who declared', async () => {
  const { secrets, names } = await told(DECLARED, sets.slice(0, 400));
  expect({ secrets: secrets > 20, names: names > 0 }).toEqual({ secrets: true, names: true });
});
