import { clockSetTo, VISITOR } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { AGENT, APPLICANT, JUROR, OTHER_APPLICANT } from '../testing/viewers.fixture.ts';
import { anAward, reportsOfEdition } from './an-award.fixture.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await loadedGrants({ clock: clockSetTo('2026-07-15') });
  await reportsOfEdition(graph.db);
});
afterAll(() => graph.stop());

const REFUSAL = `... on UserError { code message path } ... on ValidationError { problems { code path } }
  ... on ConflictError { currentVersion }`;
const SHOWN =
  'agreement { signedOn startsOn endsOn version } payments { number amount { cents } dueOn afterReport }';
const SIGN = `mutation ($input: SignAgreementInput!) { signAgreement(input: $input) {
  __typename ... on SignAgreementSuccess { application { ${SHOWN} } } ${REFUSAL} } }`;
const AMEND = `mutation ($input: AmendAgreementInput!) { amendAgreement(input: $input) {
  __typename ... on AmendAgreementSuccess { application { ${SHOWN} } } ${REFUSAL} } }`;

const AGREED = {
  signedOn: '2026-07-01',
  startsOn: '2026-07-01',
  endsOn: '2027-06-30',
  instalments: [
    { cents: 500_000, dueOn: '2026-07-10' },
    { cents: 300_000, dueOn: '2027-07-01', afterReport: 'FINAL' },
  ],
};

async function sign(applicationId: string, input: object = {}, viewer = AGENT): Promise<unknown> {
  const { data, errors } = await graph
    .as(viewer)
    .run(SIGN, { input: { applicationId, idempotencyKey: applicationId, ...AGREED, ...input } });
  return errors ?? data?.['signAgreement'];
}

async function amend(applicationId: string, input: object = {}): Promise<unknown> {
  const { startsOn, endsOn, instalments } = AGREED;
  const { data, errors } = await graph.as(AGENT).run(AMEND, {
    input: {
      ...{ applicationId, startsOn, endsOn, instalments, expectedVersion: 1 },
      ...{ idempotencyKey: `amend ${applicationId}`, ...input },
    },
  });
  return errors ?? data?.['amendAgreement'];
}

test('an agreement is signed once, with instalments that are exactly the award', async () => {
  const id = await anAward(graph.db);
  const success = {
    __typename: 'SignAgreementSuccess',
    application: {
      agreement: { signedOn: '2026-07-01', startsOn: '2026-07-01', endsOn: '2027-06-30', version: 1 },
      payments: [
        { number: 1, amount: { cents: 500_000 }, dueOn: '2026-07-10', afterReport: null },
        { number: 2, amount: { cents: 300_000 }, dueOn: '2027-07-01', afterReport: 'FINAL' },
      ],
    },
  };
  expect([await sign(id), await sign(id)]).toEqual([success, success]);
  expect(await sign(id, { idempotencyKey: 'another' })).toMatchObject({
    code: 'ALREADY_SIGNED',
    currentVersion: 1,
  });
  const rows = await graph.db.query(
    `SELECT action, details FROM journal WHERE target = $1 AND action <> 'APPLICATION_READ' ORDER BY seq`,
    [id],
  );
  expect(rows).toEqual([{ action: 'AGREEMENT_SIGNED', details: { instalments: 2, cents: 800_000 } }]);
});

test('every problem of an agreement is told at once, and nothing is written', async () => {
  const id = await anAward(graph.db);
  const input = {
    signedOn: '2026-07-16',
    endsOn: '2026-06-30',
    instalments: [
      { cents: 0, dueOn: '2026-08-01' },
      { cents: 800_001, dueOn: '2026-07-20', afterReport: 'NONE' },
      { cents: 1, dueOn: '2026-07-01' },
    ],
  };
  expect(await sign(id, input)).toMatchObject({
    __typename: 'ValidationError',
    problems: [
      { code: 'SIGNED_IN_FUTURE', path: ['signedOn'] },
      { code: 'PERIOD_REVERSED', path: ['endsOn'] },
      { code: 'INSTALMENTS_SUM', path: ['instalments'] },
      { code: 'INSTALMENT_CENTS', path: ['instalments', '0', 'cents'] },
      { code: 'INSTALMENTS_ORDER', path: ['instalments', '1', 'dueOn'] },
      { code: 'REPORT_UNKNOWN', path: ['instalments', '1', 'afterReport'] },
      { code: 'INSTALMENT_BEFORE_SIGNATURE', path: ['instalments', '2', 'dueOn'] },
      { code: 'INSTALMENTS_ORDER', path: ['instalments', '2', 'dueOn'] },
    ],
  });
  const single = await anAward(graph.db, { terms: 'SINGLE' });
  expect(await sign(single)).toMatchObject({
    problems: [{ code: 'SINGLE_INSTALMENT', path: ['instalments'] }],
  });
  expect(
    await graph.db.query('SELECT FROM agreement WHERE application_id = ANY($1)', [[id, single]]),
  ).toEqual([]);
});

test('an amendment replaces what remains to be paid, in the version that was read', async () => {
  const id = await anAward(graph.db);
  expect(await amend(id)).toMatchObject({ code: 'NOT_SIGNED' });
  await sign(id);
  await graph.db.query(
    `UPDATE payment SET paid_on = '2026-07-10', reference = 'M1', recorded_by = 'PERSON:agent', recorded_at = '2026-07-10'
      WHERE application_id = $1 AND number = 1`,
    [id],
  );
  expect(await amend(id, { expectedVersion: 2 })).toMatchObject({ code: 'CONFLICT', currentVersion: 1 });
  expect(await amend(id)).toMatchObject({ problems: [{ code: 'INSTALMENTS_SUM', path: ['instalments'] }] });
  const instalments = [
    { cents: 100_000, dueOn: '2027-01-01' },
    { cents: 200_000, dueOn: '2027-07-01' },
  ];
  expect(await amend(id, { endsOn: '2027-12-31', instalments })).toEqual({
    __typename: 'AmendAgreementSuccess',
    application: {
      agreement: { signedOn: '2026-07-01', startsOn: '2026-07-01', endsOn: '2027-12-31', version: 2 },
      payments: [
        { number: 1, amount: { cents: 500_000 }, dueOn: '2026-07-10', afterReport: null },
        { number: 2, amount: { cents: 100_000 }, dueOn: '2027-01-01', afterReport: null },
        { number: 3, amount: { cents: 200_000 }, dueOn: '2027-07-01', afterReport: null },
      ],
    },
  });
});

test('nothing is signed with whom nothing was granted', async () => {
  expect(await sign('APP:1-assol')).toMatchObject({ __typename: 'ConflictError', code: 'NOT_AWARDED' });
  expect(await sign('APP:nobody')).toMatchObject({ code: 'APPLICATION_NOT_FOUND', path: ['applicationId'] });
});

test('agents sign; the laureate reads; nobody else does either', async () => {
  const id = await anAward(graph.db);
  for (const viewer of [VISITOR, APPLICANT, JUROR]) {
    expect(await sign(id, {}, viewer)).toMatchObject({ __typename: 'PermissionError' });
  }
  await sign(id);
  const read = async (viewer: typeof VISITOR) => {
    const { data, errors } = await graph
      .as(viewer)
      .run('query ($id: ID!) { application(id: $id) { agreement { version } payments { number } } }', { id });
    return errors?.map(({ extensions }) => extensions?.['code']) ?? data?.['application'];
  };
  const shown = { agreement: { version: 1 }, payments: [{ number: 1 }, { number: 2 }] };
  expect([await read(AGENT), await read(APPLICANT)]).toEqual([shown, shown]);
  expect([await read(VISITOR), await read(OTHER_APPLICANT), await read(JUROR)]).toEqual([
    ['UNAUTHENTICATED', 'UNAUTHENTICATED'],
    ['FORBIDDEN', 'FORBIDDEN'],
    ['FORBIDDEN', 'FORBIDDEN'],
  ]);
});
