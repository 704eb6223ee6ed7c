import { loadMany } from '@graphess/subgraph-kit';
import type { Application } from '../application/application.entity.ts';
import { APPLICATION_COLUMNS, IS_PUBLISHED_FACT } from '../application/application.queries.ts';

export type TrailLine = Application & { paidCents: number | null; payments: number };

/** What each laureate of an edition was granted and paid, by name. Documents tell nothing of payments: null. */
export const trailLinesOfCall = loadMany<TrailLine>(
  ({ db }, callIds) =>
    db.query(
      `SELECT ${APPLICATION_COLUMNS}, coalesce(made.count, 0) AS payments,
              CASE WHEN award.application_id IS NULL THEN NULL ELSE coalesce(made.cents, 0)::float8 END AS "paidCents"
         FROM application a
         LEFT JOIN award ON award.application_id = a.id
         LEFT JOIN (SELECT application_id, count(*)::int AS count, sum(cents) AS cents
                      FROM payment WHERE paid_on IS NOT NULL GROUP BY application_id) made
                ON made.application_id = a.id
        WHERE a.call_id = ANY($1) AND ${IS_PUBLISHED_FACT}
        ORDER BY a.applicant_name COLLATE extensions.french, a.id`,
      [callIds],
    ),
  ({ callId }) => callId,
);
