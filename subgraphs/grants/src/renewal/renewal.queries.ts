import { loadMany } from '@graphess/subgraph-kit';
import type { Application } from '../application/application.entity.ts';
import { APPLICATION_COLUMNS, IS_PUBLISHED } from '../application/application.queries.ts';

/** The applications of `$1` and every id of the organisation of each. */
const OWNERS = `
  SELECT own.id AS owner, own_call.edition, coalesce(same.id, own.organization_id) AS organization_id
    FROM application own
    JOIN call own_call ON own_call.id = own.call_id
    LEFT JOIN organization_copy known ON known.id = own.organization_id
    LEFT JOIN organization_copy same ON same.current_id = known.current_id
   WHERE own.id = ANY($1)`;

/** What the same organisation was granted in earlier editions, the newest first. */
export const previousOfApplication = loadMany<Application & { owner: string }>(
  ({ db }, applicationIds) =>
    db.query(
      `SELECT owners.owner, ${APPLICATION_COLUMNS}
         FROM (${OWNERS}) owners
         JOIN application a ON a.organization_id = owners.organization_id AND ${IS_PUBLISHED}
         JOIN call ON call.id = a.call_id AND call.edition < owners.edition
        ORDER BY call.edition DESC, a.id`,
      [applicationIds],
    ),
  ({ owner }) => owner,
);

export type YearOfGrants = { owner: string; year: number; cents: number; unknown: number };

/** What the organisation of an application was granted in all, by year of decision, this application included. */
export const grantsByYearOfApplication = loadMany<YearOfGrants>(
  ({ db }, applicationIds) =>
    db.query(
      `SELECT owners.owner, coalesce(extract(year FROM award.decided_on)::int, call.award_year) AS year,
              coalesce(sum(a.awarded_cents), 0)::float8 AS cents,
              count(*) FILTER (WHERE a.awarded_cents IS NULL)::int AS unknown
         FROM (${OWNERS}) owners
         JOIN application a ON a.organization_id = owners.organization_id AND ${IS_PUBLISHED}
         JOIN call ON call.id = a.call_id
         LEFT JOIN award ON award.application_id = a.id
        GROUP BY owners.owner, 2 HAVING coalesce(extract(year FROM min(award.decided_on))::int, min(call.award_year)) IS NOT NULL
        ORDER BY 2`,
      [applicationIds],
    ),
  ({ owner }) => owner,
);
