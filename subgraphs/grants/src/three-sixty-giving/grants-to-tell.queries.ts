import type { EntityManager } from 'typeorm';
import { IS_PUBLISHED_FACT } from '../application/application.queries.ts';

/** A published award, none of them invented. Days are days in Paris; an unknown amount is null. */
export type ToldAward = {
  applicationId: string;
  organizationId: string;
  applicantName: string;
  title: string | null;
  summary: string;
  callId: string;
  callTitle: string;
  cents: number | null;
  decidedOn: string | null;
  startsOn: string | null;
  endsOn: string | null;
  places: { code: string; name: string | null }[];
};

/** The published awards of an edition, or of all when null, by edition then id. */
export function awardsToTell(db: EntityManager, edition: number | null): Promise<ToldAward[]> {
  return db.query(
    `SELECT a.id AS "applicationId", a.organization_id AS "organizationId", a.applicant_name AS "applicantName",
            a.title, a.summary, call.id AS "callId", call.title AS "callTitle", a.awarded_cents::float8 AS cents,
            w.decided_on::text AS "decidedOn", g.starts_on::text AS "startsOn", g.ends_on::text AS "endsOn",
            (SELECT coalesce(jsonb_agg(jsonb_build_object('code', place.id, 'name', t.name) ORDER BY place.rank), '[]')
               FROM unnest(a.action_territories) WITH ORDINALITY AS place (id, rank)
               LEFT JOIN territory_copy t ON t.id = place.id) AS places
       FROM application a
       JOIN call ON call.id = a.call_id
       LEFT JOIN award w ON w.application_id = a.id
       LEFT JOIN agreement g ON g.application_id = a.id
      WHERE ${IS_PUBLISHED_FACT} AND ($1::int IS NULL OR call.edition = $1)
      ORDER BY call.edition, a.id`,
    [edition],
  );
}
