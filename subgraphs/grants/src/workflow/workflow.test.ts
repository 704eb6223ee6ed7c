import type { Context, Viewer } from '@graphess/subgraph-kit';
import { PermissionError } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lockApplication } from '../application/lock-application.queries.ts';
import { anApplication } from '../testing/an-application.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { AGENT, APPLICANT, JUROR } from '../testing/viewers.fixture.ts';
import { type Move, moveApplication } from './move-application.ts';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await loadedGrants();
});
afterAll(() => graph.stop());

async function move(viewer: Viewer, id: string, what: Move): Promise<unknown> {
  const ctx: Context = graph.open.newContext(viewer, 'test-request');
  return graph.db.transaction(async (tx) => {
    const found = await lockApplication(tx, { viewer: AGENT }, id, { path: 'id' });
    return 'state' in found ? moveApplication(tx, ctx, found, what) : found;
  });
}

const SHOWN = `query ($id: ID!) { application(id: $id) {
  state stateLabel version history { from to actorRole reason hash }
} }`;

test('an edition declares its workflow, for anybody to read', async () => {
  const { data } = await graph.run(
    '{ call(edition: 4) { workflow { states { state publicState label } transitions { action from to roles guards } } } }',
  );
  const call = data?.['call'] as { workflow: Record<string, unknown[]> } | undefined;
  expect([call?.workflow['states']?.length, call?.workflow['transitions']?.length]).toEqual([11, 26]);
  expect(call?.workflow['transitions']?.at(0)).toEqual({
    action: 'SUBMIT',
    from: 'DRAFT',
    to: 'SUBMITTED',
    roles: ['applicant'],
    guards: ['CALL_OPEN', 'FORM_COMPLETE'],
  });
});

test('each step is in the history, with the hash of its row in the journal', async () => {
  const id = await anApplication(graph.db, { state: 'SUBMITTED' });
  expect(await move(AGENT, id, { action: 'START_REVIEW' })).toMatchObject({
    state: 'UNDER_REVIEW',
    version: 2,
  });
  const { data } = await graph.as(AGENT).run(SHOWN, { id });
  const [row]: { hash: string; details: unknown }[] = await graph.db.query(
    `SELECT encode(hash, 'hex') AS hash, details FROM journal WHERE target = $1`,
    [id],
  );
  expect(row?.details).toEqual({ step: 'START_REVIEW', from: 'SUBMITTED', to: 'UNDER_REVIEW' });
  expect(data?.['application']).toEqual({
    state: 'UNDER_REVIEW',
    stateLabel: 'À l’instruction',
    version: 2,
    history: [{ from: 'SUBMITTED', to: 'UNDER_REVIEW', actorRole: 'agent', reason: null, hash: row?.hash }],
  });
});

test('whoever applied sees no step of the jury', async () => {
  const id = await anApplication(graph.db, { state: 'SHORTLISTED' });
  await move(AGENT, id, { action: 'RECORD_AUDITION' });
  const shown = { state: 'SHORTLISTED', stateLabel: 'Présélectionnée', history: [] };
  expect((await graph.as(APPLICANT).run(SHOWN, { id })).data?.['application']).toMatchObject(shown);
  expect((await graph.as(AGENT).run(SHOWN, { id })).data?.['application']).toMatchObject({
    state: 'AUDITIONED',
    history: [{ from: 'SHORTLISTED', to: 'AUDITIONED' }],
  });
});

test('an undeclared step is a conflict, and another role’s a refusal; nothing moves', async () => {
  const id = await anApplication(graph.db, { state: 'SUBMITTED' });
  expect(await move(AGENT, id, { action: 'AWARD' })).toMatchObject({ code: 'TRANSITION_NOT_DECLARED' });
  expect(await move(JUROR, id, { action: 'START_REVIEW' })).toBeInstanceOf(PermissionError);
  expect(await move(AGENT, id, { action: 'WITHDRAW' })).toMatchObject({ requiredScope: 'applicant' });
  expect((await graph.as(AGENT).run(SHOWN, { id })).data?.['application']).toMatchObject({
    state: 'SUBMITTED',
    history: [],
  });
});

test('the database itself lets nothing leave the workflow', async () => {
  const id = await anApplication(graph.db, { state: 'SUBMITTED' });
  await expect(
    graph.db.query(`UPDATE application SET state = 'AWARDED' WHERE id = $1`, [id]),
  ).rejects.toThrow('does not go from SUBMITTED to AWARDED');
});
