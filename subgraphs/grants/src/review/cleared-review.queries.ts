import { loadOne } from '@graphess/subgraph-kit';

/** The applications that whoever asks was given to review, and declared nothing to bind them to. */
export const clearedReview = loadOne<{ applicationId: string }>(
  ({ db, viewer }, applicationIds) =>
    db.query(
      `SELECT application_id AS "applicationId" FROM review_assignment
        WHERE application_id = ANY($1) AND reviewer = $2 AND declared_at IS NOT NULL AND recused_at IS NULL`,
      [applicationIds, viewer.subject],
    ),
  ({ applicationId }) => applicationId,
);
