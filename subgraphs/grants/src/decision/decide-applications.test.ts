import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anApplication } from '../testing/an-application.fixture.ts';
import { committedOf, REFUSED, setEnvelope } from '../testing/decide.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { AGENT, JUROR } from '../testing/viewers.fixture.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await loadedGrants();
});
afterAll(() => graph.stop());
beforeEach(async () => {
  await graph.db.query(`DELETE FROM application WHERE call_id = 'CALL:4'`);
  await setEnvelope(graph.db, { total: 2_000_000 });
});

const REASON = 'Le projet ne répond pas aux thématiques.';

async function decideAll(input: object, viewer = AGENT): Promise<unknown> {
  const { data, errors } = await graph.as(viewer).run(
    `mutation ($input: DecideApplicationsInput!) { decideApplications(input: $input) {
       __typename
       ... on DecideApplicationsSuccess { applications { id state awarded { cents } } }
       ... on EnvelopeExceededError { remaining { cents } missing { cents } }
       ${REFUSED} } }`,
    { input: { idempotencyKey: crypto.randomUUID(), edition: 4, awards: [], rejections: [], ...input } },
  );
  return errors ?? data?.['decideApplications'];
}

const audited = (requestedCents = 1_500_000) =>
  anApplication(graph.db, { state: 'AUDITIONED', requestedCents });
const award = (id: string, cents: number) => ({ id, expectedVersion: 1, cents, terms: 'SINGLE' });
const rejection = (id: string, reason = REASON) => ({ id, expectedVersion: 1, reason });

test('a jury’s decisions are taken together, and answered in the order of the request', async () => {
  const [a, b, c] = [await audited(), await audited(), await audited()];
  const input = { awards: [award(b, 1_200_000), award(a, 800_000)], rejections: [rejection(c)] };
  expect(await decideAll(input)).toEqual({
    __typename: 'DecideApplicationsSuccess',
    applications: [
      { id: b, state: 'AWARDED', awarded: { cents: 1_200_000 } },
      { id: a, state: 'AWARDED', awarded: { cents: 800_000 } },
      { id: c, state: 'REJECTED', awarded: null },
    ],
  });
  expect(await committedOf(graph.db)).toEqual({ committed: 2_000_000, awards: 2_000_000 });
});

test('one cent too many in all, and nothing is decided', async () => {
  const [a, b, c] = [await audited(), await audited(), await audited()];
  const input = { awards: [award(a, 1_200_000), award(b, 800_001)], rejections: [rejection(c)] };
  expect(await decideAll(input)).toMatchObject({
    __typename: 'EnvelopeExceededError',
    path: ['awards'],
    remaining: { cents: 2_000_000 },
    missing: { cents: 1 },
  });
  expect(await committedOf(graph.db)).toEqual({ committed: 0, awards: 0 });
  expect(await graph.db.query(`SELECT DISTINCT state FROM application WHERE call_id = 'CALL:4'`)).toEqual([
    { state: 'AUDITIONED' },
  ]);
});

test('every problem of every decision is told at once', async () => {
  const [a, b] = [await audited(), await audited(100)];
  const refused = await anApplication(graph.db, { state: 'REJECTED' });
  const input = {
    awards: [award(a, 1_500_001), award(b, 101), award(refused, 1), award('APP:nobody', 1)],
    rejections: [{ ...rejection(await audited(), ' '), expectedVersion: 3 }, rejection('APP:1-assol')],
  };
  expect(await decideAll(input)).toMatchObject({
    __typename: 'ValidationError',
    problems: [
      { code: 'AWARD_ABOVE_CEILING', path: ['awards', '0', 'cents'] },
      { code: 'AWARD_ABOVE_REQUEST', path: ['awards', '0', 'cents'] },
      { code: 'AWARD_ABOVE_REQUEST', path: ['awards', '1', 'cents'] },
      { code: 'TRANSITION_NOT_DECLARED', path: ['awards', '2', 'id'] },
      { code: 'APPLICATION_NOT_FOUND', path: ['awards', '3', 'id'] },
      { code: 'CONFLICT', path: ['rejections', '0', 'id'] },
      { code: 'REASON_LENGTH', path: ['rejections', '0', 'reason'] },
      { code: 'TRANSITION_NOT_DECLARED', path: ['rejections', '1', 'id'] },
      { code: 'OTHER_EDITION', path: ['rejections', '1', 'id'] },
    ],
  });
  expect(await committedOf(graph.db)).toEqual({ committed: 0, awards: 0 });
});

test('an empty batch, one application twice, and who may not', async () => {
  const id = await audited();
  expect(await decideAll({})).toMatchObject({ problems: [{ code: 'NOTHING_TO_DECIDE' }] });
  expect(await decideAll({ awards: [award(id, 1)], rejections: [rejection(id)] })).toMatchObject({
    problems: [{ code: 'DECIDED_TWICE', path: ['rejections', '0', 'id'] }],
  });
  expect(await decideAll({ awards: [award(id, 1)] }, JUROR)).toMatchObject({ __typename: 'PermissionError' });
});

test('two juries that decide of the same at once, in two orders: one is heard, the other told of each conflict', async () => {
  const ids = [await audited(), await audited(), await audited()];
  const awards = ids.map((id) => award(id, 100));
  const answers = await Promise.all([decideAll({ awards }), decideAll({ awards: awards.toReversed() })]);
  const codes = ids.map(() => expect.objectContaining({ code: 'CONFLICT' }));
  expect(answers).toContainEqual(expect.objectContaining({ __typename: 'DecideApplicationsSuccess' }));
  expect(answers).toContainEqual(expect.objectContaining({ __typename: 'ValidationError', problems: codes }));
  expect(await committedOf(graph.db)).toEqual({ committed: 300, awards: 300 });
});
