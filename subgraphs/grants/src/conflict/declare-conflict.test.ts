import { randomUUID } from 'node:crypto';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aGrid, ask, assign, assignCleared, journalOf, scored } from '../review/jury.fixture.ts';
import { anApplication } from '../testing/an-application.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { AGENT, JUROR, jurorOf, ONE_OF_EACH, SECOND_AGENT } from '../testing/viewers.fixture.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await loadedGrants();
  await aGrid(graph);
});
afterAll(() => graph.stop());

const LIT_UP = jurorOf('ORG:lit-up');
const titleFor = async (viewer: typeof JUROR, id: string) =>
  (await graph.as(viewer).run(`{ application(id: "${id}") { title requested { cents } } }`)).data?.[
    'application'
  ];
/** The ids of the candidates between the jurors of an application and whoever applies, as an agent reads them. */
async function candidatesOf(id: string): Promise<string[]> {
  const { data } = await graph
    .as(AGENT)
    .run(`{ application(id: "${id}") { reviewAssignments { candidates { id } } } }`);
  const { application } = data as {
    application: { reviewAssignments: { candidates: { id: string }[] }[] };
  };
  return application.reviewAssignments.flatMap(({ candidates }) => candidates.map((each) => each.id));
}
const DECLARED = '... on DeclareConflictSuccess { assignment { recusalKind application { title } } }';

test('nothing to declare opens the application, and not before', async () => {
  const applicationId = await anApplication(graph.db, { state: 'UNDER_REVIEW' });
  const assignmentId = await assign(graph, JUROR, applicationId);
  expect(await titleFor(JUROR, applicationId)).toBe(null);
  const input = { assignmentId, nothing: true, expectedVersion: 1, idempotencyKey: randomUUID() };
  const declared = {
    __typename: 'DeclareConflictSuccess',
    assignment: {
      recusalKind: null,
      application: { title: 'La vélo-école du quartier' },
    },
  };
  expect(await ask(graph, JUROR, 'declareConflict', input, DECLARED)).toEqual(declared);
  expect(await ask(graph, JUROR, 'declareConflict', input, DECLARED)).toEqual(declared);
  expect(await titleFor(JUROR, applicationId)).toEqual({
    title: 'La vélo-école du quartier',
    requested: { cents: 1_000_000 },
  });
  expect((await journalOf(graph, applicationId)).at(-1)).toEqual({
    action: 'REVIEWER_DECLARED',
    details: { assignment: assignmentId, lifted: 0 },
  });
});

test('a conflict declared recuses for good, and the reason stays out of the journal', async () => {
  const applicationId = await anApplication(graph.db);
  const assignmentId = await assign(graph, JUROR, applicationId);
  const input = { assignmentId, nothing: false, conflict: 'PERSONAL', reason: 'Ma sœur y travaille.' };
  expect(await ask(graph, JUROR, 'declareConflict', { ...input, expectedVersion: 1 }, DECLARED)).toEqual({
    __typename: 'DeclareConflictSuccess',
    assignment: { recusalKind: 'PERSONAL', application: null },
  });
  const again = { assignmentId, nothing: true, expectedVersion: 2 };
  expect(await ask(graph, JUROR, 'declareConflict', again)).toMatchObject({ code: 'REVIEWER_RECUSED' });
  expect(await titleFor(JUROR, applicationId)).toBe(null);
  expect((await journalOf(graph, applicationId)).at(-1)).toEqual({
    action: 'REVIEWER_RECUSED',
    details: { assignment: assignmentId, kind: 'PERSONAL', by: 'DECLARATION', discardedReview: false },
  });
  await expect(
    graph.db.query('UPDATE review_assignment SET recused_at = NULL, recusal_kind = NULL WHERE id = $1', [
      assignmentId,
    ]),
  ).rejects.toThrow('stays recused');
});

test('a declaration that contradicts itself is told all of it', async () => {
  const assignmentId = await assign(graph, JUROR, await anApplication(graph.db));
  const problemsOf = async (input: object) =>
    (await ask(graph, JUROR, 'declareConflict', { assignmentId, expectedVersion: 1, ...input }))['problems'];
  expect(await problemsOf({ nothing: true, conflict: 'PERSONAL', reason: 'x' })).toEqual([
    { code: 'DECLARATION_CONTRADICTORY', path: ['conflict'] },
    { code: 'REASON_LENGTH', path: ['reason'] },
  ]);
  expect(await problemsOf({ nothing: false })).toEqual([{ code: 'CONFLICT_MISSING', path: ['conflict'] }]);
  expect(await problemsOf({ nothing: false, conflict: 'PERSONAL' })).toEqual([
    { code: 'REASON_MISSING', path: ['reason'] },
  ]);
});

test('a link that the graph knows waits for a second agent, whatever the juror says', async () => {
  const applicationId = await anApplication(graph.db, { organizationId: 'ORG:maison-proxite' });
  const assignmentId = await assign(graph, LIT_UP, applicationId);
  const declare = (expectedVersion: number) =>
    ask(graph, LIT_UP, 'declareConflict', { assignmentId, nothing: true, expectedVersion });
  expect(await declare(1)).toMatchObject({
    code: 'CONFLICT_NOT_LIFTED',
    candidates: [{ kind: 'JOINT_PROJECT' }, { kind: 'CLUB' }],
  });
  const [joint, club] = await candidatesOf(applicationId);
  const lift = (viewer: typeof AGENT, candidate: string | undefined, expectedVersion: number) =>
    ask(graph, viewer, 'liftConflict', {
      ...{ assignmentId, candidate, expectedVersion },
      reason: 'Le projet commun est achevé.',
    });
  expect(await lift(AGENT, joint, 1)).toMatchObject({ __typename: 'PermissionError' });
  expect(await lift(SECOND_AGENT, 'CLUB | unknown', 1)).toMatchObject({ code: 'CANDIDATE_NOT_FOUND' });
  expect(await lift(SECOND_AGENT, joint, 1)).toMatchObject({ __typename: 'LiftConflictSuccess' });
  expect(await lift(SECOND_AGENT, joint, 2)).toMatchObject({ code: 'ALREADY_LIFTED' });
  expect(await declare(2)).toMatchObject({ candidates: [{ kind: 'CLUB' }] });
  expect(await lift(SECOND_AGENT, club, 2)).toMatchObject({ __typename: 'LiftConflictSuccess' });
  expect(await declare(3)).toMatchObject({ __typename: 'DeclareConflictSuccess' });
  expect((await journalOf(graph, applicationId)).map(({ action }) => action)).toEqual([
    'REVIEWER_ASSIGNED',
    'CONFLICT_LIFTED',
    'CONFLICT_LIFTED',
    'REVIEWER_DECLARED',
  ]);
});

test('who acts for the applicant is recused by the graph, even when the jury was told otherwise', async () => {
  const applicationId = await anApplication(graph.db, { organizationId: 'ORG:bicyclaide' });
  const assignmentId = await assign(graph, jurorOf('ORG:kpmg'), applicationId);
  const moved = { ...jurorOf('ORG:kpmg'), organization: 'ORG:bicyclaide' };
  const input = { assignmentId, nothing: true, expectedVersion: 1 };
  expect(await ask(graph, moved, 'declareConflict', input, DECLARED)).toMatchObject({
    assignment: { recusalKind: 'SAME_ORGANIZATION', application: null },
  });
  expect((await journalOf(graph, applicationId)).at(-1)).toMatchObject({
    details: { kind: 'SAME_ORGANIZATION', by: 'GRAPH' },
  });
});

test('an agent recuses a juror, and what they had submitted counts no more', async () => {
  const applicationId = await anApplication(graph.db, { state: 'UNDER_REVIEW' });
  const assignmentId = await assignCleared(graph, JUROR, applicationId);
  await ask(graph, JUROR, 'submitReview', { assignmentId, scores: scored(5, 10, 20) });
  const card = `{ application(id: "${applicationId}") { scorecard { weightedMean recusals reviewsExpected } } }`;
  expect((await graph.as(AGENT).run(card)).data).toEqual({
    application: { scorecard: { weightedMean: 100, recusals: 0, reviewsExpected: 1 } },
  });
  const input = { assignmentId, conflict: 'CLUB', reason: 'Siège à son conseil.', expectedVersion: 2 };
  expect(
    await ask(
      graph,
      AGENT,
      'recuseReviewer',
      input,
      '... on RecuseReviewerSuccess { assignment { recusalKind recusalReason review { version } } }',
    ),
  ).toEqual({
    __typename: 'RecuseReviewerSuccess',
    assignment: { recusalKind: 'CLUB', recusalReason: 'Siège à son conseil.', review: null },
  });
  expect((await graph.as(AGENT).run(card)).data).toEqual({ application: { scorecard: null } });
  expect((await journalOf(graph, applicationId)).at(-1)).toEqual({
    action: 'REVIEWER_RECUSED',
    details: { assignment: assignmentId, kind: 'CLUB', by: 'AGENT', discardedReview: true },
  });
});

test('once it is decided, nobody is recused: the scores behind the decision stay', async () => {
  const applicationId = await anApplication(graph.db, { state: 'UNDER_REVIEW' });
  const assignmentId = await assignCleared(graph, JUROR, applicationId);
  await ask(graph, JUROR, 'submitReview', { assignmentId, scores: scored(5, 10, 20) });
  await graph.db.query(`UPDATE application SET state = 'REJECTED' WHERE id = $1`, [applicationId]);
  const late = { assignmentId, conflict: 'CLUB', reason: 'Siège à son conseil.', expectedVersion: 2 };
  expect([
    await ask(graph, JUROR, 'declareConflict', { ...late, nothing: false }),
    await ask(graph, AGENT, 'recuseReviewer', late),
  ]).toMatchObject([{ code: 'NOT_UNDER_JUDGEMENT' }, { code: 'NOT_UNDER_JUDGEMENT' }]);
});

test('another juror cannot declare, and each role may do what is its own', async () => {
  const applicationId = await anApplication(graph.db);
  const assignmentId = await assign(graph, JUROR, applicationId);
  const declaration = { assignmentId, nothing: true, expectedVersion: 1 };
  expect(await ask(graph, LIT_UP, 'declareConflict', declaration)).toMatchObject({
    code: 'ASSIGNMENT_NOT_FOUND',
  });
  const reason = 'Pour voir.';
  for (const viewer of ONE_OF_EACH) {
    const refused = async (mutation: string, input: object) =>
      (await ask(graph, viewer, mutation, { assignmentId, expectedVersion: 9, ...input }))['__typename'] ===
      'PermissionError';
    const [isAgent, isJuror] = [viewer.roles.includes('agent'), viewer.roles.includes('juror')];
    expect([
      viewer.subject,
      await refused('declareConflict', { nothing: true }),
      await refused('recuseReviewer', { conflict: 'CLUB', reason }),
      await refused('liftConflict', { candidate: 'CLUB', reason }),
    ]).toEqual([viewer.subject, !isJuror, !isAgent, !isAgent]);
  }
});
