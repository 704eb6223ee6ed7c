import { loadMany, loadOne } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { GridCriterion, SubmittedReview } from './graded.type.ts';
import type { Review } from './review.type.ts';

const REVIEWS = `
  SELECT v.assignment_id AS "assignmentId", v.application_id AS "applicationId", r.reviewer, v.comment,
         v.submitted_at AS "submittedAt", v.version,
         coalesce((SELECT json_agg(json_build_object('criterion', s.criterion_code, 'label', c.label,
                                                     'maxScore', s.max_score, 'score', s.score, 'comment', s.comment)
                                   ORDER BY c.position, c.code)
                     FROM review_score s
                     JOIN evaluation_criterion c ON c.call_id = s.call_id AND c.code = s.criterion_code
                    WHERE s.assignment_id = v.assignment_id), '[]') AS scores
    FROM review v JOIN review_assignment r ON r.id = v.assignment_id`;

/** The reviews of an application, drafts among them, in the order in which it was given to reviewers. */
export const reviewsOfApplication = loadMany<Review>(
  ({ db }, applicationIds) =>
    db.query(`${REVIEWS} WHERE v.application_id = ANY($1) ORDER BY r.assigned_at, r.reviewer`, [
      applicationIds,
    ]),
  ({ applicationId }) => applicationId,
);

export const reviewOfAssignment = loadOne<Review>(
  ({ db }, assignmentIds) => db.query(`${REVIEWS} WHERE v.assignment_id = ANY($1)`, [assignmentIds]),
  ({ assignmentId }) => assignmentId,
);

/** A review that was just written. */
export async function existingReview(tx: EntityManager, assignmentId: string): Promise<Review> {
  const [found]: Review[] = await tx.query(`${REVIEWS} WHERE v.assignment_id = $1`, [assignmentId]);
  if (found === undefined) throw new TypeError('A review that was just written is not there');
  return found;
}

/** The grid of each edition, in its order. */
export const gridOfCall = loadMany<GridCriterion & { callId: string }>(
  ({ db }, callIds) => gridsOf(db, callIds),
  ({ callId }) => callId,
);

export function gridsOf(
  db: EntityManager,
  callIds: readonly string[],
): Promise<(GridCriterion & { callId: string })[]> {
  return db.query(
    `SELECT call_id AS "callId", code, label, weight::text AS weight, max_score AS "maxScore"
       FROM evaluation_criterion WHERE call_id = ANY($1) ORDER BY position, code`,
    [callIds],
  );
}

/** What was submitted in each edition. */
export const submittedOfCall = loadMany<SubmittedReview & { callId: string }>(
  ({ db }, callIds) =>
    db.query(
      `SELECT v.call_id AS "callId", v.application_id AS "applicationId", r.reviewer,
              coalesce(json_agg(json_build_object('criterion', s.criterion_code, 'score', s.score))
                         FILTER (WHERE s.criterion_code IS NOT NULL), '[]') AS scores
         FROM review v
         JOIN review_assignment r ON r.id = v.assignment_id
         LEFT JOIN review_score s ON s.assignment_id = v.assignment_id
        WHERE v.call_id = ANY($1) AND v.submitted_at IS NOT NULL
        GROUP BY v.assignment_id, r.reviewer`,
      [callIds],
    ),
  ({ callId }) => callId,
);

type ReviewCounts = { applicationId: string; reviewsDone: number; reviewsExpected: number; recusals: number };

/** How many reviews each application has and should have. */
export const reviewCounts = loadOne<ReviewCounts>(
  ({ db }, applicationIds) =>
    db.query(
      `SELECT r.application_id AS "applicationId",
              (count(*) FILTER (WHERE v.submitted_at IS NOT NULL))::int AS "reviewsDone",
              (count(*) FILTER (WHERE r.recused_at IS NULL))::int AS "reviewsExpected",
              (count(*) FILTER (WHERE r.recused_at IS NOT NULL))::int AS recusals
         FROM review_assignment r LEFT JOIN review v ON v.assignment_id = r.id
        WHERE r.application_id = ANY($1) GROUP BY r.application_id`,
      [applicationIds],
    ),
  ({ applicationId }) => applicationId,
);
