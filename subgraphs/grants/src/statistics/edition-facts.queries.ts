import type { EntityManager } from 'typeorm';

/** What an edition says of itself, and the keys that its applications may have. */
export type EditionFacts = {
  edition: number;
  /** Whether applications were received here; of the others, documents tell totals at most. */
  filedHere: boolean;
  settled: boolean;
  /** What documents state, null where they do not. */
  applications: number | null;
  awarded: number | null;
  themes: string[];
  epts: string[];
};

/** A step after which an application moves no more, unless its decision is reopened. */
const DECIDED = `('AWARDED', 'REJECTED', 'INELIGIBLE', 'WITHDRAWN', 'DRAFT')`;

/** The editions asked for (all when null), the most recent first. */
export function editionFacts(
  db: EntityManager,
  editions: readonly number[] | null,
  now: Date,
): Promise<EditionFacts[]> {
  return db.query(
    `SELECT call.edition, call.applications, call.awarded,
            call.applications IS NULL OR filed.some AS "filedHere",
            coalesce(call.closes_at <= $2, false) AND NOT filed.pending AS settled,
            ARRAY(SELECT code FROM theme WHERE theme.call_id = call.id AND parent_code IS NULL ORDER BY position) AS themes,
            ARRAY(SELECT t.id FROM territory_copy t JOIN eligibility_terms e ON e.call_id = call.id
                   WHERE starts_with(t.id, 'EPT:') AND e.action_within = ANY(t.within || t.within_partly)
                   ORDER BY t.id) AS epts
       FROM call
       CROSS JOIN LATERAL (
         SELECT coalesce(bool_or(a.state <> 'DRAFT' AND cardinality(a.source_ids) = 0), false) AS some,
                coalesce(bool_or(a.state NOT IN ${DECIDED}), false) AS pending
           FROM application a WHERE a.call_id = call.id AND NOT a.is_demonstration) filed
      WHERE $1::int[] IS NULL OR call.edition = ANY($1)
      ORDER BY call.edition DESC`,
    [editions, now],
  );
}
