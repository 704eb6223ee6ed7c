import { VISITOR } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anApplication } from '../testing/an-application.fixture.ts';
import { committedOf, decide, setEnvelope } from '../testing/decide.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { AGENT, APPLICANT, JUROR, SECOND_AGENT } from '../testing/viewers.fixture.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await loadedGrants();
});
afterAll(() => graph.stop());
beforeEach(async () => {
  await graph.db.query(`DELETE FROM application WHERE call_id = 'CALL:4'; DELETE FROM award_number;`);
  await setEnvelope(graph.db, { total: 2_000_000 });
});

const REASON = 'Le projet ne répond pas aux thématiques.';

async function journalOf(id: string): Promise<unknown[]> {
  const rows: { details: unknown }[] = await graph.db.query(
    'SELECT details FROM journal WHERE target = $1 ORDER BY seq',
    [id],
  );
  return rows.map(({ details }) => details);
}

test('from the review to the award, each step by an agent, with its reference and its trace', async () => {
  const id = await anApplication(graph.db, { state: 'UNDER_REVIEW' });
  await decide(graph, 'shortlistApplication', { id });
  await decide(graph, 'recordAudition', { id, expectedVersion: 2 });
  await decide(graph, 'waitlistApplication', { id, expectedVersion: 3 });
  const award = { id, expectedVersion: 4, cents: 900_000, terms: 'SINGLE', publicInfo: 'Coup de cœur.' };
  expect(await decide(graph, 'awardApplication', award)).toEqual({
    __typename: 'DecisionSuccess',
    application: {
      id,
      state: 'AWARDED',
      version: 5,
      awarded: { cents: 900_000 },
      publicInfo: 'Coup de cœur.',
      fundedItems: null,
    },
  });
  const [row] = await graph.db.query(
    'SELECT cents::int, reference, decided_on::text AS day, decided_by AS by, terms FROM award',
  );
  expect(row).toEqual({
    cents: 900_000,
    reference: 'PROGRESS-4-001',
    day: '2026-03-02',
    by: 'PERSON:agent',
    terms: 'SINGLE',
  });
  expect(await committedOf(graph.db)).toEqual({ committed: 900_000, awards: 900_000 });
  expect(await journalOf(id)).toEqual([
    { step: 'SHORTLIST', from: 'UNDER_REVIEW', to: 'SHORTLISTED' },
    { step: 'RECORD_AUDITION', from: 'SHORTLISTED', to: 'AUDITIONED' },
    { step: 'WAITLIST', from: 'AUDITIONED', to: 'WAITLISTED' },
    { step: 'AWARD', from: 'WAITLISTED', to: 'AWARDED', cents: 900_000 },
  ]);
});

test('an award that overruns the envelope says what remains and what is missing, and writes nothing', async () => {
  const first = await anApplication(graph.db, { state: 'AUDITIONED', requestedCents: 1_500_000 });
  const id = await anApplication(graph.db, { state: 'AUDITIONED' });
  await decide(graph, 'awardApplication', { id: first, cents: 1_500_000, terms: 'SINGLE' });
  expect(await decide(graph, 'awardApplication', { id, cents: 500_001, terms: 'SINGLE' })).toEqual({
    __typename: 'EnvelopeExceededError',
    code: 'ENVELOPE_EXCEEDED',
    message: 'L’enveloppe n’y suffit pas : il reste 5\u202f000,00\u00a0€, il manque 0,01\u00a0€.',
    path: ['cents'],
    remaining: { cents: 500_000 },
    missing: { cents: 1 },
  });
  expect(await decide(graph, 'awardApplication', { id, cents: 500_000, terms: 'SINGLE' })).toMatchObject({
    __typename: 'DecisionSuccess',
  });
  expect(await committedOf(graph.db)).toEqual({ committed: 2_000_000, awards: 2_000_000 });
});

test.each([
  ['zero', 0, ['AWARD_NOT_POSITIVE']],
  ['below zero', -1, ['AWARD_NOT_POSITIVE']],
  ['a cent above the request', 1_000_001, ['AWARD_ABOVE_REQUEST']],
  ['a cent above the ceiling', 1_500_001, ['AWARD_ABOVE_CEILING', 'AWARD_ABOVE_REQUEST']],
  ['above all', 2_000_001, ['AWARD_ABOVE_CEILING', 'AWARD_ABOVE_REQUEST', 'ENVELOPE_EXCEEDED']],
])('an amount is refused with every problem at once: %s', async (_what, cents, codes) => {
  const id = await anApplication(graph.db, { state: 'AUDITIONED' });
  const refused = await decide(graph, 'awardApplication', { id, cents, terms: 'SINGLE' });
  expect(refused).toMatchObject({
    __typename: 'ValidationError',
    problems: codes.map((code) => ({ code, path: ['cents'] })),
  });
  expect(await journalOf(id)).toEqual([]);
});

test('a refused application is not awarded, a version that passed is a conflict, and nobody else decides', async () => {
  const rejected = await anApplication(graph.db, { state: 'REJECTED' });
  const award = { cents: 1, terms: 'SINGLE' };
  expect(await decide(graph, 'awardApplication', { id: rejected, ...award })).toMatchObject({
    __typename: 'ConflictError',
    code: 'TRANSITION_NOT_DECLARED',
  });
  const id = await anApplication(graph.db, { state: 'AUDITIONED' });
  expect(await decide(graph, 'awardApplication', { id, ...award, expectedVersion: 7 })).toMatchObject({
    __typename: 'ConflictError',
    currentVersion: 1,
  });
  for (const viewer of [VISITOR, APPLICANT, JUROR]) {
    expect(await decide(graph, 'awardApplication', { id, ...award }, viewer)).toMatchObject({
      __typename: 'PermissionError',
    });
  }
  expect(await decide(graph, 'awardApplication', { id: 'APP:nobody', ...award })).toMatchObject({
    __typename: 'NotFoundError',
  });
});

test('a refusal has a reason, which those who applied read and the journal does not keep', async () => {
  const id = await anApplication(graph.db, { state: 'AUDITIONED' });
  expect(await decide(graph, 'rejectApplication', { id, reason: ' ' })).toMatchObject({
    __typename: 'ValidationError',
    problems: [{ code: 'REASON_LENGTH', path: ['reason'] }],
  });
  await decide(graph, 'rejectApplication', { id, reason: REASON });
  const { data } = await graph
    .as(APPLICANT)
    .run('query ($id: ID!) { application(id: $id) { state stateLabel history { to reason } } }', { id });
  expect(data?.['application']).toEqual({
    state: 'REJECTED',
    stateLabel: 'Non retenue',
    history: [{ to: 'REJECTED', reason: REASON }],
  });
  expect(await journalOf(id)).toEqual([{ step: 'REJECT', from: 'AUDITIONED', to: 'REJECTED' }]);
});

test('a second agent takes an award back: the money is free again, and the number is given to nobody else', async () => {
  const id = await anApplication(graph.db, { state: 'AUDITIONED' });
  await decide(graph, 'awardApplication', { id, cents: 700_000, terms: 'SINGLE' });
  const reopening = { id, expectedVersion: 2, reason: 'Une pièce manquait.' };
  expect(await decide(graph, 'reopenDecision', reopening)).toMatchObject({
    __typename: 'PermissionError',
    code: 'SECOND_AGENT_REQUIRED',
  });
  expect(await decide(graph, 'reopenDecision', reopening, SECOND_AGENT)).toMatchObject({
    __typename: 'DecisionSuccess',
    application: { state: 'AUDITIONED', awarded: null },
  });
  expect(await committedOf(graph.db)).toEqual({ committed: 0, awards: 0 });
  await decide(graph, 'awardApplication', { id, expectedVersion: 3, cents: 1, terms: 'SINGLE' });
  expect(await graph.db.query('SELECT reference FROM award')).toEqual([{ reference: 'PROGRESS-4-002' }]);
});

test('the thousandth reference is not the hundredth', async () => {
  await graph.db.query(`INSERT INTO award_number VALUES ('CALL:4', 999)`);
  const id = await anApplication(graph.db, { state: 'AUDITIONED' });
  await decide(graph, 'awardApplication', { id, cents: 1, terms: 'SINGLE' });
  expect(await graph.db.query('SELECT reference FROM award')).toEqual([{ reference: 'PROGRESS-4-1000' }]);
});

test('a decision sent again with its key is one decision', async () => {
  const id = await anApplication(graph.db, { state: 'AUDITIONED' });
  const award = { id, cents: 700_000, terms: 'SINGLE', idempotencyKey: 'once' };
  const answers = await Promise.all([1, 2, 3].map(() => decide(graph, 'awardApplication', award)));
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
  expect(await committedOf(graph.db)).toEqual({ committed: 700_000, awards: 700_000 });
});

// Last, as nothing takes away what was paid.
test('the database keeps the second agent and the paid award, whatever writes', async () => {
  const id = await anApplication(graph.db, { state: 'AUDITIONED' });
  await decide(graph, 'awardApplication', { id, cents: 700_000, terms: 'INSTALMENTS' });
  await expect(
    graph.db.query(
      `INSERT INTO application_transition
         (application_id, action, from_state, to_state, at, actor_role, actor, journal_seq)
       VALUES ($1, 'REOPEN', 'AWARDED', 'AUDITIONED', now(), 'agent', $2, 1)`,
      [id, AGENT.subject],
    ),
  ).rejects.toThrow('who decided');
  await graph.db.query(
    `INSERT INTO payment (id, application_id, number, cents, due_on, paid_on, reference, recorded_by, recorded_at)
     VALUES (gen_random_uuid(), $1, 1, 350000, '2026-03-10', '2026-03-10', 'MANDAT-1', $2, '2026-03-10')`,
    [id, AGENT.subject],
  );
  const reopening = { id, expectedVersion: 2, reason: 'Une pièce manquait.' };
  expect(await decide(graph, 'reopenDecision', reopening, SECOND_AGENT)).toMatchObject({
    __typename: 'ConflictError',
    code: 'AWARD_PAID',
  });
  await expect(graph.db.query('DELETE FROM award')).rejects.toThrow('an award that was paid stands');
});
