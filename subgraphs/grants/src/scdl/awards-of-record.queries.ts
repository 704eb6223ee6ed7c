import type { EntityManager } from 'typeorm';
import { IS_PUBLISHED_FACT } from '../application/application.queries.ts';
import type { AwardOfRecord } from './award-of-record.ts';

/** Whether awards of an edition were decided here: those that documents tell of have neither amounts nor identifiers. */
export async function hasDecidedAwards(db: EntityManager, edition: number): Promise<boolean> {
  const [row]: { decided: boolean }[] = await db.query(
    `SELECT EXISTS (SELECT FROM award w JOIN application a ON a.id = w.application_id JOIN call ON call.id = a.call_id
                     WHERE call.edition = $1 AND ${IS_PUBLISHED_FACT}) AS decided`,
    [edition],
  );
  return row?.decided ?? false;
}

/** The published awards of an edition, none of them invented, by the reference of their decision. */
export function awardsOfRecord(db: EntityManager, edition: number): Promise<AwardOfRecord[]> {
  return db.query(
    `SELECT a.id AS "applicationId", a.call_id AS "callId", a.applicant_name AS "applicantName",
            coalesce(a.applicant_siret, o.siret) AS siret, a.applicant_rna AS rna, a.title, a.summary,
            a.awarded_cents::float8 AS cents, w.reference, w.terms, w.decided_on::text AS "decidedOn",
            g.signed_on::text AS "signedOn", g.starts_on::text AS "startsOn", g.ends_on::text AS "endsOn",
            paid.first AS "firstPaidOn", paid.last AS "lastPaidOn"
       FROM application a
       JOIN call ON call.id = a.call_id
       LEFT JOIN organization_copy o ON o.id = a.organization_id
       LEFT JOIN award w ON w.application_id = a.id
       LEFT JOIN agreement g ON g.application_id = a.id
       LEFT JOIN LATERAL (
         SELECT min(coalesce(p.paid_on, p.due_on))::text AS first, max(coalesce(p.paid_on, p.due_on))::text AS last
           FROM payment p WHERE p.application_id = a.id) paid ON true
      WHERE call.edition = $1 AND ${IS_PUBLISHED_FACT}
      ORDER BY w.reference, a.id`,
    [edition],
  );
}
