import { randomUUID } from 'node:crypto';
import { VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anApplication } from '../testing/an-application.fixture.ts';
import { REFUSED } from '../testing/decide.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { AGENT, APPLICANT, JUROR, OTHER_APPLICANT } from '../testing/viewers.fixture.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await loadedGrants();
});
afterAll(() => graph.stop());
beforeEach(() =>
  graph.db.query(`DELETE FROM audition_day; DELETE FROM application WHERE call_id = 'CALL:4'`),
);

const MORNING = { edition: 4, day: '2026-03-30', from: '09:00', slotMinutes: 20, count: 3, place: 'Salle 1' };

async function send(mutation: string, type: string, shown: string, input: object, viewer: Viewer) {
  const { data, errors } = await graph
    .as(viewer)
    .run(`mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ${shown} ${REFUSED} } }`, {
      input: { idempotencyKey: randomUUID(), ...input },
    });
  return (errors ?? data?.[mutation]) as Record<string, unknown>;
}
const plan = (input: object, viewer = AGENT) =>
  send(
    'planAuditions',
    'PlanAuditionsInput',
    '... on PlanAuditionsSuccess { slots { id startsAt endsAt place } }',
    { ...MORNING, ...input },
    viewer,
  );
const assign = (slotId: string, applicationId: string | null, viewer = AGENT) =>
  send(
    'assignAuditionSlot',
    'AssignAuditionSlotInput',
    '... on AssignAuditionSlotSuccess { slot { id application { id } } }',
    { slotId, applicationId },
    viewer,
  );
const slotsOf = async () => (await plan({}))['slots'] as { id: string }[];

test('slots follow one another, in hours of Paris also where the clocks change', async () => {
  const { slots } = await plan({ day: '2026-03-29', from: '01:40', count: 2 });
  expect(slots).toMatchObject([
    { startsAt: '2026-03-29T00:40:00.000Z', endsAt: '2026-03-29T01:00:00.000Z', place: 'Salle 1' },
    { startsAt: '2026-03-29T01:00:00.000Z', endsAt: '2026-03-29T01:20:00.000Z', place: 'Salle 1' },
  ]);
});

test('every problem of a plan is told at once', async () => {
  const wrong = { day: '2026-03-01', from: '24:00', slotMinutes: 4, count: 61, place: ' ' };
  expect(await plan(wrong)).toMatchObject({
    __typename: 'ValidationError',
    problems: [
      { code: 'DAY_PAST', path: ['day'] },
      { code: 'TIME_MALFORMED', path: ['from'] },
      { code: 'SLOT_LENGTH', path: ['slotMinutes'] },
      { code: 'SLOT_COUNT', path: ['count'] },
      { code: 'PLACE_MALFORMED', path: ['place'] },
    ],
  });
  expect(await plan({ from: '23:00', count: 3 })).toMatchObject({ problems: [{ code: 'PAST_MIDNIGHT' }] });
  expect(await plan({ edition: 99 })).toMatchObject({ __typename: 'NotFoundError', path: ['edition'] });
});

test('a place hears one audition at a time, and a plan that overlaps opens nothing', async () => {
  await plan({});
  expect(await plan({ from: '09:50' })).toMatchObject({ __typename: 'ConflictError', code: 'PLACE_TAKEN' });
  expect(await plan({ from: '09:50', place: 'Salle 2' })).toMatchObject({
    __typename: 'PlanAuditionsSuccess',
  });
  expect(await graph.db.query('SELECT count(*)::int AS slots FROM audition_slot')).toEqual([{ slots: 6 }]);
});

test('whoever applied sees their slot and nobody else’s', async () => {
  const [first] = await slotsOf();
  const id = await anApplication(graph.db, { state: 'SHORTLISTED' });
  expect(await assign(first?.id ?? '', id)).toMatchObject({ slot: { id: first?.id, application: { id } } });
  const query = 'query ($id: ID!) { application(id: $id) { audition { startsAt place } } }';
  const seen = async (viewer: Viewer) => (await graph.as(viewer).run(query, { id })).data?.['application'];
  expect(await seen(APPLICANT)).toEqual({
    audition: { startsAt: '2026-03-30T07:00:00.000Z', place: 'Salle 1' },
  });
  expect([await seen(OTHER_APPLICANT), await seen(VISITOR), await seen(JUROR)]).toEqual([null, null, null]);
  const slots = await graph.as(APPLICANT).run('{ call(edition: 4) { auditionSlots { id } } }');
  expect(slots.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
});

test('an application has one slot, a slot one application, and only what is shortlisted is heard', async () => {
  const [first, second] = await slotsOf();
  const [one, other] = [first?.id ?? '', second?.id ?? ''];
  const [a, b] = [
    await anApplication(graph.db, { state: 'SHORTLISTED' }),
    await anApplication(graph.db, { state: 'SHORTLISTED' }),
  ];
  await assign(one, a);
  expect(await assign(one, b)).toMatchObject({ __typename: 'ConflictError', code: 'SLOT_TAKEN' });
  await assign(other, a);
  expect(await assign(one, b)).toMatchObject({ __typename: 'AssignAuditionSlotSuccess' });
  expect(await assign(one, null)).toMatchObject({ slot: { application: null } });
  const rejected = await anApplication(graph.db, { state: 'REJECTED' });
  expect(await assign(one, rejected)).toMatchObject({ code: 'NOT_SHORTLISTED' });
  expect(await assign('nothing', a)).toMatchObject({ __typename: 'NotFoundError', code: 'SLOT_NOT_FOUND' });
  expect(await assign(one, a, JUROR)).toMatchObject({ __typename: 'PermissionError' });
});

test('twenty who want one slot at once: one has it; read then write gives it to several', async () => {
  const [slot] = await slotsOf();
  const id = slot?.id ?? '';
  const ids = await Promise.all(
    Array.from({ length: 20 }, () => anApplication(graph.db, { state: 'SHORTLISTED' })),
  );
  const answers = await Promise.all(ids.map((each) => assign(id, each)));
  expect(answers.filter(({ __typename }) => __typename === 'AssignAuditionSlotSuccess').length).toBe(1);

  await graph.db.query('UPDATE audition_slot SET application_id = NULL');
  const seen = await Promise.all(
    ids.map(() => graph.db.query('SELECT application_id AS held FROM audition_slot WHERE id = $1', [id])),
  );
  const naive = await Promise.all(
    ids.map(async (each, at) => {
      if (seen[at][0].held !== null) return false;
      await graph.db.query('UPDATE audition_slot SET application_id = $2 WHERE id = $1', [id, each]);
      return true;
    }),
  );
  expect(naive.filter(Boolean).length).toBe(20);
});

test('ten plans of one place at once: one opens its slots, the others none', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => plan({})));
  expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
    ...Array(9).fill('ConflictError'),
    'PlanAuditionsSuccess',
  ]);
  expect(await graph.db.query('SELECT count(*)::int AS slots FROM audition_slot')).toEqual([{ slots: 3 }]);
});

test('the slots of a call and who has them are read in as many statements, few or many', async () => {
  const slots = await slotsOf();
  const read = () =>
    graph.statementsOf(() =>
      graph.as(AGENT).run('{ call(edition: 4) { auditionSlots { id application { id audition { id } } } } }'),
    );
  const assignNext = async (at: number) =>
    assign(slots[at]?.id ?? '', await anApplication(graph.db, { state: 'SHORTLISTED' }));
  await assignNext(0);
  const few = await read();
  await assignNext(1);
  await assignNext(2);
  expect([few.length, (await read()).length]).toEqual([4, 4]);
});

test('the feed tells of the day, and of nobody', async () => {
  const [slot] = await slotsOf();
  const id = await anApplication(graph.db, { state: 'SHORTLISTED' });
  await assign(slot?.id ?? '', id);
  const { changes } = await graph.open.changes.read('audition', '0', 10);
  expect(JSON.parse(JSON.stringify(changes.filter(({ value }) => value !== null)))).toEqual([
    {
      key: '4-2026-03-30',
      kind: 'UPSERT',
      seq: expect.any(String),
      value: {
        id: '4-2026-03-30',
        edition: 4,
        day: '2026-03-30',
        starts_at: '2026-03-30T07:00:00.000Z',
        ends_at: '2026-03-30T08:00:00.000Z',
      },
    },
  ]);
});
