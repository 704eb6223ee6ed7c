import { clockSetTo, VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAward, reportsOfEdition } from '../agreement/an-award.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { AGENT, APPLICANT, JUROR, OTHER_APPLICANT } from '../testing/viewers.fixture.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  // In Paris it is 2 December already.
  graph = await loadedGrants({ clock: clockSetTo('2026-12-01T23:30:00Z') });
  await reportsOfEdition(graph.db);
});
afterAll(() => graph.stop());

const REFUSAL = '... on UserError { code } ... on ValidationError { problems { code path } }';
const OUTCOME = 'code label unit planned achieved';
const SHOWN = `application { reportsDue { code dueOn status version reason outcomes { ${OUTCOME} } } outcomes { reportCode ${OUTCOME} } }`;
const mutation = (name: string, input: string) =>
  `mutation ($input: ${input}!) { outcome: ${name}(input: $input) { __typename ... on ${input.replace('Input', 'Success')} { ${SHOWN} } ${REFUSAL} } }`;
const SUBMIT = mutation('submitReport', 'SubmitReportInput');
const ACCEPT = mutation('acceptReport', 'AcceptReportInput');
const RETURN = mutation('returnReport', 'ReturnReportInput');

type Outcome = {
  __typename: string;
  code?: string;
  application: { reportsDue: object[]; outcomes: object[] };
};
async function run(viewer: Viewer, document: string, input: object): Promise<Outcome> {
  const { data, errors } = await graph.as(viewer).run(document, { input });
  return (errors ?? data?.['outcome']) as Outcome;
}

const MEASURED = [
  { code: 'PERSONNES', label: 'Personnes accompagnées', unit: 'personnes', planned: 40, achieved: 52 },
  { code: 'ATELIERS', label: 'Ateliers', unit: 'ateliers', planned: null, achieved: 12 },
];
const submit = (applicationId: string, input: object = {}, viewer = APPLICANT) =>
  run(viewer, SUBMIT, {
    ...{ applicationId, code: 'INTERMEDIATE', expectedVersion: 0, outcomes: MEASURED },
    summary: 'Douze ateliers ont eu lieu au pied des immeubles.',
    ...{ idempotencyKey: `submit ${applicationId}`, ...input },
  });
const accept = (applicationId: string, expectedVersion: number, viewer = AGENT) =>
  run(viewer, ACCEPT, {
    ...{ applicationId, code: 'INTERMEDIATE', expectedVersion },
    idempotencyKey: `accept ${applicationId} ${expectedVersion}`,
  });
const giveBack = (applicationId: string, expectedVersion: number) =>
  run(AGENT, RETURN, {
    ...{ applicationId, code: 'INTERMEDIATE', expectedVersion, reason: 'Le nombre de participants manque.' },
    idempotencyKey: `return ${applicationId} ${expectedVersion}`,
  });

async function late(viewer: Viewer = AGENT): Promise<unknown> {
  const { data, errors } = await graph
    .as(viewer)
    .run('{ lateReports(first: 50) { totalCount nodes { code label dueOn application { id } } } }');
  return errors?.map(({ extensions }) => extensions?.['code']) ?? data?.['lateReports'];
}

test('what is due, by Paris days; late ones are listed for agents alone', async () => {
  const id = await anAward(graph.db);
  const { data } = await graph
    .as(APPLICANT)
    .run(
      'query ($id: ID!) { application(id: $id) { reportsDue { code label dueOn status version summary } } }',
      { id },
    );
  expect(data?.['application']).toEqual({
    reportsDue: [
      {
        code: 'INTERMEDIATE',
        label: 'Point d’étape',
        dueOn: '2026-12-01',
        status: 'LATE',
        version: 0,
        summary: null,
      },
      { code: 'FINAL', label: 'Bilan final', dueOn: '2027-06-01', status: 'DUE', version: 0, summary: null },
    ],
  });
  const one = { code: 'INTERMEDIATE', label: 'Point d’étape', dueOn: '2026-12-01', application: { id } };
  expect(await late()).toEqual({ totalCount: 1, nodes: [one] });
  expect([await late(VISITOR), await late(APPLICANT)]).toEqual([['UNAUTHENTICATED'], ['FORBIDDEN']]);
  await submit(id);
  expect(await late()).toEqual({ totalCount: 0, nodes: [] });
});

test('the list of late reports and the file of each laureate say the same', async () => {
  const ids = await Promise.all(
    ['2025-12-31', '2026-05-31', '2026-06-01', '2026-06-02', '2026-08-31'].map((decidedOn) =>
      anAward(graph.db, { decidedOn }),
    ),
  );
  const { data } = await graph
    .as(AGENT)
    .run(
      `query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on Application { id reportsDue { code dueOn status } } } }`,
      { ids: ids.map((id) => ({ __typename: 'Application', id })) },
    );
  const files = data?.['_entities'] as {
    id: string;
    reportsDue: { code: string; dueOn: string; status: string }[];
  }[];
  const expected = files.flatMap(({ id, reportsDue }) =>
    reportsDue.filter(({ status }) => status === 'LATE').map(({ code, dueOn }) => `${dueOn} ${id} ${code}`),
  );
  const listed = (await late()) as { nodes: { code: string; dueOn: string; application: { id: string } }[] };
  expect(listed.nodes.map(({ dueOn, application, code }) => `${dueOn} ${application.id} ${code}`)).toEqual(
    expected.sort(),
  );
  expect(expected).toHaveLength(3);
});

test('a report is sent, returned, sent again and accepted; its outcomes are public from then on', async () => {
  const id = await anAward(graph.db);
  const publicly = async () =>
    (
      await graph.run(`query ($id: ID!) { application(id: $id) { outcomes { reportCode ${OUTCOME} } } }`, {
        id,
      })
    ).data;
  const sent = await submit(id);
  expect(sent.application.reportsDue.at(0)).toEqual({
    ...{ code: 'INTERMEDIATE', dueOn: '2026-12-01', status: 'RECEIVED', version: 1, reason: null },
    outcomes: MEASURED,
  });
  const returned = await giveBack(id, 1);
  expect(returned.application.reportsDue.at(0)).toMatchObject({
    ...{ dueOn: '2027-01-01', status: 'RETURNED', version: 2, reason: 'Le nombre de participants manque.' },
  });
  expect(await accept(id, 2)).toMatchObject({ code: 'NOT_RECEIVED' });
  await submit(id, { expectedVersion: 2, idempotencyKey: 'again', outcomes: MEASURED.slice(0, 1) });
  expect(await publicly()).toEqual({ application: { outcomes: [] } });
  expect(await accept(id, 2)).toMatchObject({ __typename: 'ConflictError', code: 'CONFLICT' });
  expect(await accept(id, 3)).toMatchObject({ __typename: 'AcceptReportSuccess' });
  const published = [{ reportCode: 'INTERMEDIATE', ...MEASURED[0] }];
  expect(await publicly()).toEqual({ application: { outcomes: published } });
  expect(await submit(id, { expectedVersion: 4, idempotencyKey: 'late' })).toMatchObject({
    code: 'ALREADY_ACCEPTED',
  });
  const steps = await graph.db.query(
    `SELECT action FROM journal WHERE target = $1 AND action LIKE 'REPORT%' ORDER BY seq`,
    [id],
  );
  expect(steps.map(({ action }: { action: string }) => action)).toEqual([
    ...['REPORT_SUBMITTED', 'REPORT_RETURNED', 'REPORT_SUBMITTED', 'REPORT_ACCEPTED'],
  ]);
});

test('every problem of a report is told at once', async () => {
  const id = await anAward(graph.db);
  const outcomes = [
    { code: 'a', label: '', unit: '', planned: -1 },
    { code: 'B1', label: 'Ateliers', unit: 'ateliers' },
    { code: 'B1', label: 'Ateliers', unit: 'ateliers' },
  ];
  expect(await submit(id, { summary: 'Court.', outcomes })).toMatchObject({
    problems: [
      { code: 'SUMMARY_LENGTH', path: ['summary'] },
      { code: 'OUTCOME_CODE', path: ['outcomes', '0', 'code'] },
      { code: 'OUTCOME_LABEL', path: ['outcomes', '0', 'label'] },
      { code: 'OUTCOME_UNIT', path: ['outcomes', '0', 'unit'] },
      { code: 'OUTCOME_VALUE', path: ['outcomes', '0', 'planned'] },
      { code: 'OUTCOME_TWICE', path: ['outcomes', '2', 'code'] },
    ],
  });
  expect(await submit(id, { code: 'NONE' })).toMatchObject({ code: 'REPORT_NOT_FOUND' });
});

test('the laureate alone sends, agents alone decide', async () => {
  const id = await anAward(graph.db);
  for (const viewer of [VISITOR, OTHER_APPLICANT, JUROR, AGENT]) {
    expect(await submit(id, {}, viewer)).toMatchObject({ __typename: 'PermissionError' });
  }
  for (const viewer of [VISITOR, APPLICANT, JUROR]) {
    expect(await accept(id, 0, viewer)).toMatchObject({ __typename: 'PermissionError' });
  }
});

test('an instalment that waits for a report is paid once it is accepted, whatever is run', async () => {
  const id = await anAward(graph.db, { decidedOn: '2026-05-01' });
  await graph.db.query(`INSERT INTO agreement VALUES ($1, '2026-07-01', '2026-07-01', '2027-06-30')`, [id]);
  await graph.db.query(
    `INSERT INTO payment (id, application_id, number, cents, due_on, after_report)
     VALUES (gen_random_uuid(), $1, 1, 800000, '2026-12-01', 'INTERMEDIATE')`,
    [id],
  );
  const pay = () =>
    run(
      AGENT,
      `mutation ($input: RecordPaymentInput!) { outcome: recordPayment(input: $input) { __typename ${REFUSAL} } }`,
      { applicationId: id, number: 1, paidOn: '2026-12-01', reference: 'M1', idempotencyKey: 'held' },
    );
  expect(await pay()).toMatchObject({ code: 'REPORT_NOT_ACCEPTED' });
  await expect(
    graph.db.query(
      `UPDATE payment SET paid_on = '2026-12-01', reference = 'M', recorded_by = 'x', recorded_at = now() WHERE application_id = $1`,
      [id],
    ),
  ).rejects.toThrow('waits for report');
  await submit(id);
  await accept(id, 1);
  expect(await pay()).toEqual({ __typename: 'RecordPaymentSuccess' });
});
