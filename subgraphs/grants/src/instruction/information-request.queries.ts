import { loadOne } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { InformationRequest } from './information-request.type.ts';

/** The request of an application that waits for an answer. */
export const pendingRequestOf = loadOne<InformationRequest & { applicationId: string }>(
  ({ db }, applicationIds) =>
    db.query(
      `SELECT application_id AS "applicationId", reason, points, to_char(due_on, 'YYYY-MM-DD') AS "dueOn",
              requested_at AS "requestedAt"
         FROM information_request WHERE application_id = ANY($1) AND answered_at IS NULL`,
      [applicationIds],
    ),
  ({ applicationId }) => applicationId,
);

export async function insertInformationRequest(
  tx: EntityManager,
  applicationId: string,
  { reason, points, dueOn }: Pick<InformationRequest, 'reason' | 'points' | 'dueOn'>,
  now: Date,
): Promise<undefined> {
  await tx.query(
    `INSERT INTO information_request (application_id, number, reason, points, due_on, requested_at)
     SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5 FROM information_request WHERE application_id = $1`,
    [applicationId, reason, points, dueOn, now],
  );
}

/** Nothing waits for an answer any more, whether it came or the application ended. */
export async function endPendingRequest(
  tx: EntityManager,
  applicationId: string,
  now: Date,
): Promise<undefined> {
  await tx.query(
    'UPDATE information_request SET answered_at = $2 WHERE application_id = $1 AND answered_at IS NULL',
    [applicationId, now],
  );
}
