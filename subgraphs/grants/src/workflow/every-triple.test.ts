import { clockSetTo, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApplicationState } from '../application/application.state.ts';
import { act, aDraft } from '../application-form/application-form.fixture.ts';
import { anApplication } from '../testing/an-application.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { AGENT, APPLICANT, ONE_OF_EACH } from '../testing/viewers.fixture.ts';
import { ApplicationAction } from './application-action.ts';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await loadedGrants({ clock: clockSetTo('2025-11-20') });
  // An envelope that none of these awards exhausts.
  await graph.db.query(`UPDATE call SET envelope_total_cents = 100000000 WHERE id = 'CALL:4'`);
});
afterAll(() => graph.stop());

type Verb = { mutation: string; input: string; id: 'id' | 'draftId'; more: Record<string, unknown> };
const verb = (mutation: string, more: Record<string, unknown> = {}, input = mutation): Verb => ({
  mutation,
  input: `${input.charAt(0).toUpperCase()}${input.slice(1)}Input`,
  id: mutation === 'submitApplication' ? 'draftId' : 'id',
  more,
});
const reason = 'Un motif qui se comprend.';

/** How each action is asked for. */
const VERBS: Readonly<Record<ApplicationAction, Verb>> = {
  SUBMIT: verb('submitApplication'),
  WITHDRAW: verb('withdrawApplication'),
  START_REVIEW: verb('startReview'),
  DECLARE_INELIGIBLE: verb('declareIneligible', { reason }),
  REQUEST_INFORMATION: verb('requestInformation', { reason, points: ['Une précision.'] }),
  ANSWER: verb('answerInformation'),
  SHORTLIST: verb('shortlistApplication', {}, 'decisionStep'),
  RECORD_AUDITION: verb('recordAudition', {}, 'decisionStep'),
  WAITLIST: verb('waitlistApplication', {}, 'decisionStep'),
  AWARD: verb('awardApplication', { cents: 100_000, terms: 'SINGLE' }),
  REJECT: verb('rejectApplication', { reason }, 'reasonedDecision'),
  REOPEN: verb('reopenDecision', { reason }, 'reasonedDecision'),
};

/** An application that may leave its state: one that is to be filed or answered for has its form and its pieces. */
async function standing(state: ApplicationState): Promise<string> {
  if (state === 'DRAFT') {
    await graph.db.query(`DELETE FROM application WHERE state = 'DRAFT'`);
    return (await aDraft(graph)).id;
  }
  if (state !== 'MORE_INFO_REQUESTED') return anApplication(graph.db, { state });
  const id = await standing('DRAFT');
  const of = async (viewer: Viewer, mutation: string, input: Record<string, unknown>) => {
    const [{ version } = { version: 0 }]: { version: number }[] = await graph.db.query(
      'SELECT version FROM application WHERE id = $1',
      [id],
    );
    return act(graph, viewer, mutation, { ...input, expectedVersion: version });
  };
  await of(APPLICANT, 'submitApplication', { draftId: id });
  await of(AGENT, 'requestInformation', { id, reason, points: ['Une précision.'] });
  return id;
}

type Seen = { state: string; version: number; steps: number; rows: number };

async function look(id: string): Promise<Seen> {
  const [seen]: Seen[] = await graph.db.query(
    `SELECT state, version, (SELECT count(*)::int FROM application_transition WHERE application_id = $1) AS steps,
            (SELECT count(*)::int FROM journal WHERE target = $1 AND action = 'APPLICATION_MOVED') AS rows
       FROM application WHERE id = $1`,
    [id],
  );
  return seen ?? { state: 'GONE', version: 0, steps: 0, rows: 0 };
}

async function declared(): Promise<Map<string, string>> {
  const { data } = await graph.run(
    '{ call(edition: 4) { workflow { transitions { action from to roles } } } }',
  );
  const { transitions } = (data?.['call'] as { workflow: { transitions: Transition[] } } | undefined)
    ?.workflow ?? {
    transitions: [],
  };
  return new Map(
    transitions.flatMap(({ action, from, to, roles }) =>
      roles.map((role) => [`${from} ${action} ${role}`, to] as const),
    ),
  );
}
type Transition = { action: string; from: string; to: string; roles: string[] };

/** Tries every action of every role from every state; what differs from what the edition declares. */
async function walk(): Promise<{ triples: number; moved: number; refused: number; wrong: string[] }> {
  const ways = await declared();
  const result = { triples: 0, moved: 0, refused: 0, wrong: [] as string[] };
  for (const state of Object.values(ApplicationState)) {
    let id = '';
    for (const action of Object.values(ApplicationAction)) {
      for (const viewer of ONE_OF_EACH) {
        const role = viewer.roles[0] ?? 'visitor';
        const triple = `${state} ${action} ${role}`;
        if (id === '') id = await standing(state);
        const before = await look(id);
        const { mutation, input, id: name, more } = VERBS[action];
        const { data, errors } = await graph
          .as(viewer)
          .run(
            `mutation ($input: ${input}!) { ${mutation}(input: $input) { __typename ... on UserError { code } } }`,
            {
              input: { [name]: id, expectedVersion: before.version, idempotencyKey: triple, ...more },
            },
          );
        const answer = data?.[mutation] as { __typename: string; code?: string } | undefined;
        const after = await look(id);
        const to = ways.get(triple);
        result.triples += 1;
        if (errors !== undefined || answer === undefined) {
          result.wrong.push(`${triple}: a fault`);
        } else if (to === undefined) {
          result.refused += 1;
          if (answer.code === undefined) result.wrong.push(`${triple}: ${answer.__typename}`);
          if (JSON.stringify(after) !== JSON.stringify(before)) result.wrong.push(`${triple}: left a trace`);
        } else {
          result.moved += 1;
          const expected = { state: to, steps: before.steps + 1, rows: before.rows + 1 };
          const { version: _version, ...seen } = after;
          if (JSON.stringify(seen) !== JSON.stringify(expected)) {
            result.wrong.push(`${triple}: ${answer.__typename} ${answer.code ?? ''} ${after.state}`);
          }
          id = '';
        }
      }
    }
  }
  return result;
}

test('every state × action × role: what the edition does not declare is refused, and leaves no trace', async () => {
  const { triples, moved, refused, wrong } = await walk();
  process.stdout.write(
    `workflow walk: ${triples} (state, action, role), ${moved} declared, ${refused} refused\n`,
  );
  expect(wrong).toEqual([]);
  expect([triples, moved, refused]).toEqual([11 * 12 * 9, 26, 11 * 12 * 9 - 26]);
});

test('an edition that declares one way more lets it through, and no other', async () => {
  await graph.db.query(
    `INSERT INTO workflow_transition VALUES ('CALL:4', 'SHORTLIST', 'SUBMITTED', 'SHORTLISTED', '{agent}', '{}', 99)`,
  );
  await graph.db.query('DELETE FROM idempotency_key');
  const id = await standing('SUBMITTED');
  expect(await act(graph, AGENT, 'startReview', { id, expectedVersion: 1 })).toMatchObject({
    __typename: 'InstructApplicationSuccess',
  });
  const other = await standing('SUBMITTED');
  const { data } = await graph
    .as(AGENT)
    .run('mutation ($input: DecisionStepInput!) { shortlistApplication(input: $input) { __typename } }', {
      input: { id: other, expectedVersion: 1, idempotencyKey: 'one-way-more' },
    });
  expect(data).toEqual({ shortlistApplication: { __typename: 'DecisionSuccess' } });
  expect((await declared()).size).toBe(27);
});
