import {
  appendToJournal,
  ConflictError,
  type Context,
  parisDay,
  UserError,
  ValidationError,
  writeOnce,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { applicationAfter, findAgreement } from '../agreement/agreement.queries.ts';
import { lockAward } from '../agreement/lock-award.queries.ts';
import { notSigned } from '../agreement/not-signed.ts';
import { authorOf } from '../attempt/author-of.ts';
import { refusalToJudgeOwn } from '../own-structure/refusal-to-judge-own.ts';
import { isReportAccepted } from '../report/report.queries.ts';
import type { RecordPaymentInput } from './payment.input.ts';
import { type RecordPaymentPayload, RecordPaymentSuccess } from './payment.payload.ts';
import { findPayment } from './payment.queries.ts';
import { problemsOfPayment } from './payment.rules.ts';

/** Writes that an instalment was paid. */
export function recordPayment(ctx: Context, input: RecordPaymentInput): Promise<typeof RecordPaymentPayload> {
  return writeOnce(
    ctx,
    'recordPayment',
    input,
    (tx) => record(tx, ctx, input),
    async (tx, { id }) =>
      Object.assign(new RecordPaymentSuccess(), { application: await applicationAfter(tx, id) }),
  );
}

async function record(tx: EntityManager, ctx: Context, input: RecordPaymentInput) {
  const { applicationId, number, paidOn, reference } = input;
  const found = await lockAward(tx, ctx, applicationId);
  if (found instanceof UserError) return found;
  const refusal = refusalToJudgeOwn(ctx.viewer, found.application);
  if (refusal !== null) return refusal;
  const agreement = await findAgreement(tx, applicationId);
  if (agreement === null) return notSigned(found.application.version);
  const payment = await findPayment(tx, applicationId, number);
  if (payment instanceof UserError) return payment;
  if (payment.paidOn !== null) return refused('ALREADY_PAID', 'Ce versement est déjà noté comme fait.');
  if (payment.afterReport !== null && !(await isReportAccepted(tx, applicationId, payment.afterReport))) {
    return refused(
      'REPORT_NOT_ACCEPTED',
      'Ce versement attend un compte rendu qui n’est pas encore accepté.',
    );
  }
  const problems = problemsOfPayment(input, { signedOn: agreement.signedOn, today: parisDay(ctx.now) });
  if (problems.length > 0) return ValidationError.of(problems);
  await tx.query(
    `UPDATE payment SET paid_on = $3, reference = $4, recorded_by = $5, recorded_at = $6
      WHERE application_id = $1 AND number = $2`,
    [applicationId, number, paidOn, reference.trim(), ctx.viewer.subject, ctx.now],
  );
  await appendToJournal(tx, {
    ...authorOf(ctx),
    action: 'PAYMENT_RECORDED',
    target: applicationId,
    details: { number, cents: payment.cents },
  });
  return { id: applicationId };
}

function refused(code: string, message: string): ConflictError {
  return Object.assign(ConflictError.of(message), { code });
}
