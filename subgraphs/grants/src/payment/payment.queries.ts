import { loadMany, NotFoundError } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { Payment, PaymentCancellation } from './payment.type.ts';

const PAYMENT = `
  SELECT application_id AS "applicationId", number, cents::float8 AS cents, due_on::text AS "dueOn",
         paid_on::text AS "paidOn", reference, after_report AS "afterReport", recorded_by AS "recordedBy"
    FROM payment`;

/** The instalments of an application, by number. */
export const paymentsOfApplication = loadMany<Payment>(
  ({ db }, applicationIds) =>
    db.query(`${PAYMENT} WHERE application_id = ANY($1) ORDER BY application_id, number`, [applicationIds]),
  ({ applicationId }) => applicationId,
);

/** What was cancelled of the instalments of an application, in order. */
export const cancellationsOfApplication = loadMany<PaymentCancellation>(
  ({ db }, applicationIds) =>
    db.query(
      `SELECT application_id AS "applicationId", number, paid_on::text AS "paidOn", reference,
              cancelled_at AS "cancelledAt", reason
         FROM payment_cancellation WHERE application_id = ANY($1) ORDER BY id`,
      [applicationIds],
    ),
  ({ applicationId }) => applicationId,
);

/** An instalment, held by the lock of its application. */
export async function findPayment(
  tx: EntityManager,
  applicationId: string,
  number: number,
): Promise<(Payment & { recordedBy: string | null }) | NotFoundError> {
  const [found]: (Payment & { recordedBy: string | null })[] = await tx.query(
    `${PAYMENT} WHERE application_id = $1 AND number = $2`,
    [applicationId, number],
  );
  return (
    found ??
    Object.assign(new NotFoundError(), {
      code: 'PAYMENT_NOT_FOUND',
      message: 'La convention ne prévoit pas ce versement.',
      path: ['number'],
    })
  );
}
