import { knownUnder } from '@graphess/reference';
import { loadOne } from '@graphess/subgraph-kit';

/**
 * The applications that whoever asks was given to review, and declared nothing to bind them to; none of the structure that
 * they act for since.
 */
export const clearedReview = loadOne<{ applicationId: string }>(
  ({ db, viewer }, applicationIds) =>
    db.query(
      `SELECT r.application_id AS "applicationId"
         FROM review_assignment r JOIN application a ON a.id = r.application_id
        WHERE r.application_id = ANY($1) AND r.reviewer = $2 AND r.declared_at IS NOT NULL AND r.recused_at IS NULL
          AND a.organization_id NOT IN (SELECT known.id FROM (${knownUnder('$3')}) known)`,
      [applicationIds, viewer.subject, viewer.organization === null ? [] : [viewer.organization]],
    ),
  ({ applicationId }) => applicationId,
);
