import { clockSetTo } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAward } from '../agreement/an-award.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { AGENT, APPLICANT, SECOND_AGENT } from '../testing/viewers.fixture.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await loadedGrants({ clock: clockSetTo('2026-07-15') });
});
afterAll(() => graph.stop());

const REFUSAL = '... on UserError { code } ... on ValidationError { problems { code path } }';
const PAYMENTS = 'payments { number paidOn reference cancellations { paidOn reference reason } }';
const RECORD = `mutation ($input: RecordPaymentInput!) { outcome: recordPayment(input: $input) {
  __typename ... on RecordPaymentSuccess { application { ${PAYMENTS} } } ${REFUSAL} } }`;
const CANCEL = `mutation ($input: CancelPaymentInput!) { outcome: cancelPayment(input: $input) {
  __typename ... on CancelPaymentSuccess { application { ${PAYMENTS} } } ${REFUSAL} } }`;

/** An award whose agreement plans two payments. */
async function signed(): Promise<string> {
  const id = await anAward(graph.db);
  await graph.db.query(`INSERT INTO agreement VALUES ($1, '2026-07-01', '2026-07-01', '2027-06-30')`, [id]);
  await graph.db.query(
    `INSERT INTO payment (id, application_id, number, cents, due_on)
     VALUES (gen_random_uuid(), $1, 1, 500000, '2026-07-10'), (gen_random_uuid(), $1, 2, 300000, '2027-07-01')`,
    [id],
  );
  return id;
}

async function run(
  viewer: typeof AGENT,
  mutation: string,
  input: object,
): Promise<{ [field: string]: unknown }> {
  const { data, errors } = await graph.as(viewer).run(mutation, { input });
  return (errors ?? data?.['outcome']) as { [field: string]: unknown };
}
const record = (applicationId: string, input: object = {}, viewer = AGENT) =>
  run(viewer, RECORD, {
    ...{ applicationId, number: 1, paidOn: '2026-07-12', reference: 'MANDAT-12' },
    ...{ idempotencyKey: `pay ${applicationId}`, ...input },
  });
const cancel = (applicationId: string, input: object = {}, viewer = SECOND_AGENT) =>
  run(viewer, CANCEL, {
    ...{ applicationId, number: 1, reason: 'Le virement est revenu.' },
    ...{ idempotencyKey: `cancel ${applicationId}`, ...input },
  });
const paidOfCall = async () =>
  (await graph.db.query(`SELECT paid_cents::int AS paid FROM call WHERE id = 'CALL:4'`))[0]?.paid;

test('a payment is recorded once, and the edition knows what it paid', async () => {
  const id = await signed();
  const before = await paidOfCall();
  const success = {
    __typename: 'RecordPaymentSuccess',
    application: {
      payments: [
        { number: 1, paidOn: '2026-07-12', reference: 'MANDAT-12', cancellations: [] },
        { number: 2, paidOn: null, reference: null, cancellations: [] },
      ],
    },
  };
  expect([await record(id), await record(id)]).toEqual([success, success]);
  expect(await record(id, { idempotencyKey: 'another' })).toMatchObject({ code: 'ALREADY_PAID' });
  expect((await paidOfCall()) - before).toBe(500_000);
});

test('clients that record the same payment at once make one payment', async () => {
  const id = await signed();
  const before = await paidOfCall();
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, (_, client) => record(id, { idempotencyKey: `client ${client}` })),
  );
  expect(outcomes.map(({ __typename, code }) => code ?? __typename).sort()).toEqual([
    ...Array.from({ length: 7 }, () => 'ALREADY_PAID'),
    'RecordPaymentSuccess',
  ]);
  expect((await paidOfCall()) - before).toBe(500_000);
});

test('what is wrong in a payment is told at once', async () => {
  const id = await signed();
  expect(await record(id, { paidOn: '2026-07-16', reference: ' ' })).toMatchObject({
    problems: [
      { code: 'PAID_IN_FUTURE', path: ['paidOn'] },
      { code: 'REFERENCE_LENGTH', path: ['reference'] },
    ],
  });
  expect(await record(id, { paidOn: '2026-06-30' })).toMatchObject({
    problems: [{ code: 'PAID_BEFORE_SIGNATURE', path: ['paidOn'] }],
  });
  expect(await record(id, { number: 3 })).toMatchObject({ code: 'PAYMENT_NOT_FOUND' });
  expect(await record(id, {}, APPLICANT)).toMatchObject({ __typename: 'PermissionError' });
});

test('a second agent takes a payment back, with a reason that is kept; it may be paid again', async () => {
  const id = await signed();
  const before = await paidOfCall();
  expect(await cancel(id)).toMatchObject({ code: 'NOT_PAID' });
  await record(id);
  expect(await cancel(id, {}, AGENT)).toMatchObject({ __typename: 'PermissionError', code: 'SECOND_AGENT' });
  expect(await cancel(id, { reason: '' })).toMatchObject({ problems: [{ code: 'REASON_LENGTH' }] });
  const cancelled = [{ paidOn: '2026-07-12', reference: 'MANDAT-12', reason: 'Le virement est revenu.' }];
  expect(await cancel(id)).toEqual({
    __typename: 'CancelPaymentSuccess',
    application: {
      payments: [
        { number: 1, paidOn: null, reference: null, cancellations: cancelled },
        { number: 2, paidOn: null, reference: null, cancellations: [] },
      ],
    },
  });
  expect((await paidOfCall()) - before).toBe(0);
  expect(await record(id, { idempotencyKey: 'again', reference: 'MANDAT-13' })).toMatchObject({
    __typename: 'RecordPaymentSuccess',
  });
  const steps = await graph.db.query(
    `SELECT action, details FROM journal WHERE target = $1 AND action LIKE 'PAYMENT%' ORDER BY seq`,
    [id],
  );
  const details = { number: 1, cents: 500_000 };
  expect(steps).toEqual([
    { action: 'PAYMENT_RECORDED', details },
    { action: 'PAYMENT_CANCELLED', details },
    { action: 'PAYMENT_RECORDED', details },
  ]);
});

test.each([
  [
    'a payment above the award',
    `INSERT INTO payment (id, application_id, number, cents, due_on) VALUES (gen_random_uuid(), $1, 9, 1, '2027-01-01')`,
    'exceed its award',
  ],
  [
    'an award below what was paid',
    'UPDATE application SET awarded_cents = 499999 WHERE id = $1',
    'below what was paid',
  ],
  [
    'its details below what was paid',
    'UPDATE award SET cents = 499999 WHERE application_id = $1',
    'below what was paid',
  ],
  [
    'another amount once paid',
    'UPDATE payment SET cents = 1 WHERE application_id = $1 AND number = 1',
    'was paid',
  ],
  ['no payment any more', 'DELETE FROM payment WHERE application_id = $1', 'was paid'],
  ['no award any more', 'DELETE FROM award WHERE application_id = $1', 'was paid'],
  [
    'a payment taken back alone',
    'UPDATE payment SET paid_on = NULL, reference = NULL, recorded_by = NULL, recorded_at = NULL WHERE application_id = $1',
    'was paid',
  ],
  [
    'a cancellation by whoever recorded it',
    `INSERT INTO payment_cancellation (application_id, number, cents, paid_on, reference, recorded_by, recorded_at, cancelled_by, cancelled_at, reason) SELECT application_id, 1, cents, paid_on, reference, recorded_by, recorded_at, recorded_by, recorded_at, 'seul' FROM payment WHERE application_id = $1 AND number = 1`,
    'second_agent',
  ],
])('the database itself refuses %s', async (_what, sql, message) => {
  const id = await signed();
  await record(id);
  await expect(graph.db.query(sql, [id])).rejects.toThrow(message);
});
