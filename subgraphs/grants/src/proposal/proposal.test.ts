import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anApplication } from '../testing/an-application.fixture.ts';
import { setEnvelope } from '../testing/decide.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { ADMIN, AGENT, APPLICANT, JUROR } from '../testing/viewers.fixture.ts';

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

test.each([APPLICANT, JUROR])('it is for agents alone', async (viewer) => {
  const { errors } = await graph.as(viewer).run(PROPOSAL);
  expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
});
