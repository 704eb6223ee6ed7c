import { randomUUID } from 'node:crypto';
import type { Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aGrid, ask, assign, assignCleared, scored, seat } from '../review/jury.fixture.ts';
import { anApplication } from '../testing/an-application.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { AGENT, jurorOf, SECOND_AGENT } from '../testing/viewers.fixture.ts';

const KPMG = jurorOf('ORG:kpmg');

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await loadedGrants();
  await aGrid(graph);
});
afterAll(() => graph.stop());
beforeEach(() => graph.db.query(`DELETE FROM application WHERE call_id = 'CALL:4'`));

const submit = (viewer: Viewer, assignmentId: string) =>
  ask(graph, viewer, 'submitReview', { assignmentId, scores: scored(4, 8, 16) });
const RIVALS = [
  { kind: 'RIVAL', severity: 'BLOCKING' },
  {
    path: [
      { from: 'ORG:kpmg', relation: 'APPLIES_TO' },
      { from: 'ORG:bicyclaide', to: 'CALL:4' },
    ],
  },
];

test('a juror whose structure applies to the edition is given none of its applications', async () => {
  await anApplication(graph.db, { organizationId: 'ORG:kpmg' });
  const applicationId = await anApplication(graph.db, { state: 'UNDER_REVIEW' });
  await seat(graph, KPMG);
  const answer = await ask(graph, AGENT, 'assignReviewer', { applicationId, reviewer: KPMG.subject });
  expect(answer).toMatchObject({ code: 'BLOCKING_CONFLICT', candidates: [Object.assign({}, ...RIVALS)] });
});

test.each(['DRAFT', 'WITHDRAWN', 'INELIGIBLE', 'REJECTED'] as const)(
  'one whose structure is %s there stands against nobody',
  async (state) => {
    await anApplication(graph.db, { organizationId: 'ORG:kpmg', state });
    const applicationId = await anApplication(graph.db, { state: 'UNDER_REVIEW' });
    expect(await submit(KPMG, await assignCleared(graph, KPMG, applicationId))).toMatchObject({
      __typename: 'SubmitReviewSuccess',
    });
  },
);

test('a rival that filed after the juror was chosen recuses them, and no agent lifts it', async () => {
  const applicationId = await anApplication(graph.db, { state: 'UNDER_REVIEW' });
  const assignmentId = await assign(graph, KPMG, applicationId);
  await anApplication(graph.db, { organizationId: 'ORG:kpmg' });
  const candidate = 'RIVAL | ORG:kpmg APPLIES_TO CALL:4 | ORG:bicyclaide APPLIES_TO CALL:4';
  const lift = { assignmentId, candidate, reason: 'Elle est petite.', expectedVersion: 1 };
  expect(await ask(graph, SECOND_AGENT, 'liftConflict', lift)).toMatchObject({ code: 'BLOCKING_CONFLICT' });
  await expect(
    graph.db.query(`INSERT INTO conflict_lift VALUES ($1, $2, 'Elle est petite.', now(), 'PERSON:agent-2')`, [
      assignmentId,
      candidate,
    ]),
  ).rejects.toThrow('conflict_lift_blocking_check');
  const declared = '... on DeclareConflictSuccess { assignment { recusalKind application { id } } }';
  const input = { assignmentId, nothing: true, expectedVersion: 1 };
  expect(await ask(graph, KPMG, 'declareConflict', input, declared)).toEqual({
    __typename: 'DeclareConflictSuccess',
    assignment: { recusalKind: 'RIVAL', application: null },
  });
});

test('what binds a juror since they declared keeps their scores out, until a second agent lifts it', async () => {
  const applicationId = await anApplication(graph.db, { state: 'UNDER_REVIEW' });
  const assignmentId = await assignCleared(graph, KPMG, applicationId);
  await graph.db.query(
    `INSERT INTO support (id, organization_id, partner_id, since, source_ids, recorded_by)
     VALUES ($1, 'ORG:bicyclaide', 'ORG:kpmg', '2025-11-01', '{}', 'PERSON:agent')`,
    [randomUUID()],
  );
  expect(await submit(KPMG, assignmentId)).toMatchObject({ code: 'BOUND_SINCE' });
  const candidate = 'SUPPORT_PARTNER | ORG:kpmg SUPPORTS ORG:bicyclaide';
  await ask(graph, SECOND_AGENT, 'liftConflict', {
    ...{ assignmentId, candidate, reason: 'Un accompagnement terminé.', expectedVersion: 2 },
  });
  expect(await submit(KPMG, assignmentId)).toMatchObject({ __typename: 'SubmitReviewSuccess' });
  await graph.db.query(`DELETE FROM support WHERE partner_id = 'ORG:kpmg'`);
});

test('a juror who acts for the applicant since reads and scores it no more', async () => {
  const applicationId = await anApplication(graph.db, { state: 'UNDER_REVIEW' });
  const assignmentId = await assignCleared(graph, KPMG, applicationId);
  const moved: Viewer = { ...KPMG, organization: 'ORG:bicyclaide' };
  const { data } = await graph.as(moved).run(`{ application(id: "${applicationId}") { title } }`);
  expect(data).toEqual({ application: null });
  expect(await submit(moved, assignmentId)).toMatchObject({ code: 'BOUND_SINCE' });
});

test('nobody is bound by a project that somebody else proposes, until their structure agrees', async () => {
  const applicationId = await anApplication(graph.db, { state: 'UNDER_REVIEW' });
  const assignmentId = await assignCleared(graph, KPMG, applicationId);
  await graph.db.query(
    `INSERT INTO joint_project (slug, title, summary, partners, source_ids, proposed_by, confirmed_by)
     VALUES ('joint-1', 'Un atelier', '', '{ORG:bicyclaide,ORG:kpmg}', '{}', 'PERSON:applicant', '{ORG:bicyclaide}')`,
  );
  const draft = () =>
    ask(graph, KPMG, 'submitReview', { assignmentId, scores: [], draft: true, expectedVersion: null });
  expect(await draft()).toMatchObject({ __typename: 'SubmitReviewSuccess' });
  await graph.db.query(`UPDATE joint_project SET confirmed_by = partners WHERE slug = 'joint-1'`);
  expect(await draft()).toMatchObject({ code: 'BOUND_SINCE' });
  await graph.db.query(`DELETE FROM joint_project WHERE slug = 'joint-1'`);
});
