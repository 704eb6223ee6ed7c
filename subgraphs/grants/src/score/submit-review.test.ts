import { randomUUID } from 'node:crypto';
import type { Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aGrid, ask, assign, assignCleared, journalOf, scored } from '../review/jury.fixture.ts';
import { anApplication } from '../testing/an-application.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { AGENT, APPLICANT, JUROR, jurorOf, ONE_OF_EACH } from '../testing/viewers.fixture.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await loadedGrants();
  await aGrid(graph);
});
afterAll(() => graph.stop());

const KPMG = jurorOf('ORG:kpmg');
const VILLYZ = jurorOf('ORG:villyz');
const SHOWN =
  '... on SubmitReviewSuccess { review { version submittedAt comment scores { criterion score comment } } }';
const submit = (viewer: Viewer, assignmentId: string, input: object) =>
  ask(graph, viewer, 'submitReview', { assignmentId, ...input }, SHOWN);
const reviewsFor = async (viewer: Viewer, id: string) => {
  const { data, errors } = await graph.as(viewer).run(`{ application(id: "${id}") { reviews { comment } } }`);
  return errors?.map(({ extensions }) => extensions?.['code']) ?? data?.['application'];
};

test('a draft is kept, changed under its version, and read by its author alone', async () => {
  const applicationId = await anApplication(graph.db, { state: 'UNDER_REVIEW' });
  const assignmentId = await assignCleared(graph, JUROR, applicationId);
  const draft = { draft: true, scores: [{ criterion: 'TEAM', score: 12, comment: 'Solide.' }] };
  expect(await submit(JUROR, assignmentId, draft)).toEqual({
    __typename: 'SubmitReviewSuccess',
    review: { version: 1, submittedAt: null, comment: null, scores: draft.scores },
  });
  expect(await submit(JUROR, assignmentId, draft)).toMatchObject({ __typename: 'ConflictError' });
  const second = { ...draft, comment: 'À revoir.', scores: [], expectedVersion: 1 };
  expect(await submit(JUROR, assignmentId, second)).toMatchObject({
    review: { version: 2, comment: 'À revoir.', scores: [] },
  });
  expect([await reviewsFor(JUROR, applicationId), await reviewsFor(AGENT, applicationId)]).toEqual([
    { reviews: [{ comment: 'À revoir.' }] },
    { reviews: [] },
  ]);
});

test('submitted once, whatever is sent again, it is final', async () => {
  const applicationId = await anApplication(graph.db, { state: 'UNDER_REVIEW' });
  const assignmentId = await assignCleared(graph, JUROR, applicationId);
  const input = { scores: scored(4, null, 10), comment: 'Bon projet.', idempotencyKey: randomUUID() };
  const submitted = await submit(JUROR, assignmentId, input);
  expect(submitted).toMatchObject({ review: { version: 1, comment: 'Bon projet.' } });
  expect(await submit(JUROR, assignmentId, input)).toEqual(submitted);
  expect(
    await submit(JUROR, assignmentId, { ...input, idempotencyKey: randomUUID(), expectedVersion: 1 }),
  ).toMatchObject({ code: 'REVIEW_SUBMITTED' });
  expect(await ask(graph, AGENT, 'unassignReviewer', { assignmentId, expectedVersion: 2 })).toMatchObject({
    code: 'REVIEW_SUBMITTED',
  });
  for (const change of [
    `UPDATE review_score SET score = 5 WHERE assignment_id = $1`,
    `DELETE FROM review_score WHERE assignment_id = $1`,
    `UPDATE review SET submitted_at = NULL WHERE assignment_id = $1`,
  ]) {
    await expect(graph.db.query(change, [assignmentId])).rejects.toThrow('does not change');
  }
  await expect(
    graph.db.query(`UPDATE evaluation_criterion SET max_score = 6 WHERE code = 'IMPACT'`),
  ).rejects.toThrow('review_score_criterion_fkey');
  expect(
    (await journalOf(graph, applicationId)).filter(({ action }) => action === 'REVIEW_SUBMITTED'),
  ).toEqual([{ action: 'REVIEW_SUBMITTED', details: { assignment: assignmentId, criteria: 3 } }]);
});

test('all that is wrong with scores is told at once', async () => {
  const assignmentId = await assignCleared(graph, JUROR, await anApplication(graph.db));
  const problemsOf = async (scores: object[]) => (await submit(JUROR, assignmentId, { scores }))['problems'];
  expect(
    await problemsOf([
      { criterion: 'IMPACT', score: 6 },
      { criterion: 'IMPACT', score: -1 },
      { criterion: 'CHARM', score: 1 },
    ]),
  ).toEqual([
    { code: 'SCORE_OUT_OF_RANGE', path: ['scores', '0', 'score'] },
    { code: 'CRITERION_REPEATED', path: ['scores', '1', 'criterion'] },
    { code: 'SCORE_OUT_OF_RANGE', path: ['scores', '1', 'score'] },
    { code: 'CRITERION_UNKNOWN', path: ['scores', '2', 'criterion'] },
    { code: 'CRITERION_MISSING', path: ['scores', 'BUDGET'] },
    { code: 'CRITERION_MISSING', path: ['scores', 'TEAM'] },
  ]);
  expect(await problemsOf(scored(null, null, null))).toEqual([{ code: 'NOTHING_SCORED', path: ['scores'] }]);
});

test('nobody scores who did not declare, nor once it is decided', async () => {
  const applicationId = await anApplication(graph.db, { state: 'AUDITIONED' });
  const [undeclared, cleared] = [
    await assign(graph, KPMG, applicationId),
    await assignCleared(graph, JUROR, applicationId),
  ];
  const input = { scores: scored(5, 5, 5) };
  expect(await submit(KPMG, undeclared, input)).toMatchObject({ code: 'NOT_DECLARED' });
  expect(await submit(KPMG, cleared, input)).toMatchObject({ code: 'ASSIGNMENT_NOT_FOUND' });
  await graph.db.query(`UPDATE application SET state = 'REJECTED' WHERE id = $1`, [applicationId]);
  expect(await submit(JUROR, cleared, input)).toMatchObject({ code: 'NOT_UNDER_JUDGEMENT' });
});

test('jurors are blind to one another until theirs is in; applicants read nothing, agents all', async () => {
  const applicationId = await anApplication(graph.db, { state: 'UNDER_REVIEW' });
  const [first, second] = [
    await assignCleared(graph, KPMG, applicationId),
    await assignCleared(graph, VILLYZ, applicationId),
  ];
  await submit(KPMG, first, { scores: scored(5, 5, 5), comment: 'Premier avis.' });
  await submit(VILLYZ, second, { draft: true, scores: [], comment: 'Brouillon.' });
  const [one, both] = [
    [{ comment: 'Premier avis.' }],
    [{ comment: 'Premier avis.' }, { comment: 'Second avis.' }],
  ];
  expect(await reviewsFor(VILLYZ, applicationId)).toEqual({ reviews: [{ comment: 'Brouillon.' }] });
  expect(await reviewsFor(KPMG, applicationId)).toEqual({ reviews: one });
  await submit(VILLYZ, second, { scores: scored(3, 3, 3), comment: 'Second avis.', expectedVersion: 1 });
  for (const viewer of [KPMG, VILLYZ, AGENT]) {
    expect(await reviewsFor(viewer, applicationId)).toEqual({ reviews: both });
  }
  // An agent who also judges is as blind as the others.
  const judge = { ...AGENT, subject: 'PERSON:both', roles: ['agent', 'juror'] };
  await assignCleared(graph, judge, applicationId);
  expect(await reviewsFor(judge, applicationId)).toEqual({ reviews: [] });
  expect([await reviewsFor(APPLICANT, applicationId), await reviewsFor(JUROR, applicationId)]).toEqual([
    ['FORBIDDEN'],
    null,
  ]);
});

test('who reads scores leaves a trace', async () => {
  const applicationId = await anApplication(graph.db, { state: 'UNDER_REVIEW' });
  await submit(JUROR, await assignCleared(graph, JUROR, applicationId), { scores: scored(5, 5, 5) });
  await reviewsFor(AGENT, applicationId);
  await graph.as(AGENT).run(`{ application(id: "${applicationId}") { scorecard { spread } } }`);
  const reads: unknown[] = await graph.db.query(
    `SELECT actor FROM journal WHERE action = 'APPLICATION_READ' AND target = $1`,
    [applicationId],
  );
  expect(reads).toEqual([{ actor: AGENT.subject }, { actor: AGENT.subject }]);
});

test('jurors alone submit', async () => {
  const outcomes = await Promise.all(
    ONE_OF_EACH.map(async (viewer) => [
      viewer.subject,
      (await submit(viewer, 'none', { scores: [] }))['__typename'] === 'PermissionError',
    ]),
  );
  expect(outcomes).toEqual(ONE_OF_EACH.map(({ subject, roles }) => [subject, !roles.includes('juror')]));
});
