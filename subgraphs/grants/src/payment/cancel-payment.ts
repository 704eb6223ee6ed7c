import {
  appendToJournal,
  ConflictError,
  type Context,
  PermissionError,
  UserError,
  ValidationError,
  writeOnce,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { applicationAfter } from '../agreement/agreement.queries.ts';
import { lockAward } from '../agreement/lock-award.queries.ts';
import { authorOf } from '../attempt/author-of.ts';
import { problemsOfReason } from '../attempt/reason.rules.ts';
import { refusalToJudgeOwn } from '../own-structure/refusal-to-judge-own.ts';
import type { CancelPaymentInput } from './payment.input.ts';
import { type CancelPaymentPayload, CancelPaymentSuccess } from './payment.payload.ts';
import { findPayment } from './payment.queries.ts';

/** Takes back what somebody else recorded as paid: the instalment is due again. */
export function cancelPayment(ctx: Context, input: CancelPaymentInput): Promise<typeof CancelPaymentPayload> {
  return writeOnce(
    ctx,
    'cancelPayment',
    input,
    (tx) => cancel(tx, ctx, input),
    async (tx, { id }) =>
      Object.assign(new CancelPaymentSuccess(), { application: await applicationAfter(tx, id) }),
  );
}

async function cancel(tx: EntityManager, ctx: Context, input: CancelPaymentInput) {
  const { applicationId, number, reason } = input;
  const problems = problemsOfReason(reason);
  if (problems.length > 0) return ValidationError.of(problems);
  const found = await lockAward(tx, ctx, applicationId);
  if (found instanceof UserError) return found;
  const refusal = refusalToJudgeOwn(ctx.viewer, found.application);
  if (refusal !== null) return refusal;
  const payment = await findPayment(tx, applicationId, number);
  if (payment instanceof UserError) return payment;
  if (payment.paidOn === null) {
    return Object.assign(ConflictError.of('Ce versement n’est pas noté comme fait.'), { code: 'NOT_PAID' });
  }
  if (payment.recordedBy === ctx.viewer.subject) {
    return Object.assign(PermissionError.of('a second agent', ctx.viewer), {
      code: 'SECOND_AGENT',
      message: 'Un autre agent que celui qui a noté ce versement doit l’annuler.',
    });
  }
  await tx.query(
    `INSERT INTO payment_cancellation
       (application_id, number, cents, paid_on, reference, recorded_by, recorded_at, cancelled_by, cancelled_at, reason)
     SELECT application_id, number, cents, paid_on, reference, recorded_by, recorded_at, $3, $4, $5
       FROM payment WHERE application_id = $1 AND number = $2`,
    [applicationId, number, ctx.viewer.subject, ctx.now, reason.trim()],
  );
  await tx.query(
    `UPDATE payment SET paid_on = NULL, reference = NULL, recorded_by = NULL, recorded_at = NULL
      WHERE application_id = $1 AND number = $2`,
    [applicationId, number],
  );
  await appendToJournal(tx, {
    ...authorOf(ctx),
    action: 'PAYMENT_CANCELLED',
    target: applicationId,
    details: { number, cents: payment.cents },
  });
  return { id: applicationId };
}
