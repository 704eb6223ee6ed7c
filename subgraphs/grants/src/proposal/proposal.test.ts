import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aGrid, ask, assignCleared, scored } from '../review/jury.fixture.ts';
import { anApplication } from '../testing/an-application.fixture.ts';
import { setEnvelope } from '../testing/decide.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { ADMIN, AGENT, APPLICANT, JUROR, jurorOf } from '../testing/viewers.fixture.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await loadedGrants();
});
afterAll(() => graph.stop());

const PROPOSAL = `query ($budget: SafeInt) { call(edition: 4) { selectionProposal(budgetCents: $budget) {
  budget { cents } spent { cents } score funded { application { id } }
  leftOut { application { id } reason } next { extra { cents } } } } }`;

test('an edition whose envelope nobody knows has no proposal without a budget', async () => {
  const { data } = await graph.as(AGENT).run(PROPOSAL);
  expect(data?.['call']).toEqual({ selectionProposal: null });
});

test('what the jury did not score is left out; only what it may still fund is looked at', async () => {
  await setEnvelope(graph.db, { total: 2_000_000 });
  const id = await anApplication(graph.db, { state: 'SHORTLISTED' });
  await anApplication(graph.db, { state: 'REJECTED' });
  const { data } = await graph.as(ADMIN).run(PROPOSAL, { budget: 3_000_000 });
  expect(data?.['call']).toEqual({
    selectionProposal: {
      budget: { cents: 2_000_000 },
      spent: { cents: 0 },
      score: 0,
      funded: [],
      leftOut: [{ application: { id }, reason: 'NOT_SCORED' }],
      next: null,
    },
  });
});

test('projects are chosen by the mean of the jury, corrected of its severity', async () => {
  await graph.db.query(`DELETE FROM application WHERE call_id = 'CALL:4'`);
  await aGrid(graph);
  const [mild, severe] = [jurorOf('ORG:kpmg'), jurorOf('ORG:villyz')];
  const project = (title: string, requestedCents: number) =>
    anApplication(graph.db, {
      id: `APP:project-${title.toLowerCase()}`,
      title,
      requestedCents,
      state: 'UNDER_REVIEW',
    });
  const [a, b, c] = [
    await project('A', 1_000_000),
    await project('B', 900_000),
    await project('C', 1_600_000),
  ];
  for (const [juror, id, scores] of [
    [mild, a, scored(4, 8, 16)],
    [mild, b, scored(3, 6, 12)],
    [severe, b, scored(1, 2, 4)],
    [severe, c, scored(3, 6, 12)],
  ] as const) {
    const assignmentId = await assignCleared(graph, juror, id);
    await ask(graph, juror, 'submitReview', { assignmentId, scores });
  }
  await graph.db.query(`UPDATE application SET state = 'SHORTLISTED' WHERE call_id = 'CALL:4'`);
  const { data } = await graph.as(AGENT).run(`{ call(edition: 4) { selectionProposal(budgetCents: 1600000) {
    spent { cents } score funded { application { title } amount { cents } score }
    leftOut { application { title } reason }
    next { extra { cents } adds { title } removes { title } } } } }`);
  // By the means as they were given, A (80) would come first; corrected, C (80, against 60) does, within the ceiling of 15 000 €.
  expect(data?.['call']).toEqual({
    selectionProposal: {
      ...{ spent: { cents: 1_500_000 }, score: 80 },
      funded: [{ application: { title: 'C' }, amount: { cents: 1_500_000 }, score: 80 }],
      leftOut: ['A', 'B'].map((title) => ({ application: { title }, reason: 'OTHERS_SCORE_MORE' })),
      next: { extra: { cents: 300_000 }, adds: [{ title: 'A' }, { title: 'B' }], removes: [{ title: 'C' }] },
    },
  });
  const noted = await graph.db.query(
    `SELECT DISTINCT target FROM journal WHERE action = 'APPLICATION_READ' AND actor = $1 AND target = ANY($2) ORDER BY 1`,
    [AGENT.subject, [a, b, c]],
  );
  expect(noted).toEqual([a, b, c].map((target) => ({ target })));
});

test.each([APPLICANT, JUROR])('it is for agents alone', async (viewer) => {
  const { errors } = await graph.as(viewer).run(PROPOSAL);
  expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
});
