import type { EntityManager } from 'typeorm';
import type { Application } from '../application/application.entity.ts';
import { APPLICATION_COLUMNS } from '../application/application.queries.ts';

/** What the jury may still fund of an edition, in the order of the file numbers. */
export function openProjects(db: EntityManager, callId: string): Promise<Application[]> {
  return db.query(
    `SELECT ${APPLICATION_COLUMNS} FROM application a
      WHERE a.call_id = $1 AND a.state IN ('SHORTLISTED', 'AUDITIONED', 'WAITLISTED')
      ORDER BY a.number, a.id LIMIT 100`,
    [callId],
  );
}

/**
 * The points of applications, from 0 to 100: the mean of their reviews, each the weighted share of what its criteria can
 * give. Without the tables of reviews nobody has any.
 */
export async function pointsOfCall(db: EntityManager, callId: string): Promise<ReadonlyMap<string, number>> {
  const [known]: { reviews: string | null }[] = await db.query(
    `SELECT to_regclass('review_score')::text AS reviews`,
  );
  if (known?.reviews === null) return new Map();
  const rows: { id: string; points: number }[] = await db.query(
    `SELECT each.application_id AS id, avg(each.points)::float8 AS points
       FROM (SELECT r.application_id,
                    100 * sum(c.weight * s.score / c.max_score) / sum(c.weight) AS points
               FROM review r
               JOIN review_score s ON s.assignment_id = r.assignment_id AND s.score IS NOT NULL
               JOIN evaluation_criterion c ON c.call_id = s.call_id AND c.code = s.criterion_code
              WHERE r.call_id = $1 AND r.submitted_at IS NOT NULL
              GROUP BY r.application_id, r.assignment_id) each
      GROUP BY each.application_id`,
    [callId],
  );
  return new Map(rows.map(({ id, points }) => [id, points]));
}
