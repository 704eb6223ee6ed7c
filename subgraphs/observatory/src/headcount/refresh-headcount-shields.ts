import type { EntityManager } from 'typeorm';

/** Figures that a headcount is a part of. */
const OF_JOBS = ['ESS_JOBS', 'ESS_FTE', 'ESS_PAYROLL', 'PRIVATE_JOBS', 'JOBS', 'PAYROLL'];

/**
 * Works out again, after a publication, where the headcount of one structure would narrow a hidden figure of jobs of a
 * territory that it lies in, or leave too few units in a published one. What a structure belongs to is public, its family
 * and its sector too: a detail counts as the total does. What was published once counts for ever: it was read.
 */
export async function refreshHeadcountShields(tx: EntityManager): Promise<void> {
  await tx.query(
    `WITH wanted AS (
       SELECT o.territory_id || CASE WHEN o.is_demonstration THEN '/DEMONSTRATION' ELSE '' END AS id,
              bool_or(o.secret_since IS NOT NULL OR r.status LIKE 'SUPPRESSED%') AS has_secret,
              min(r.units) FILTER (WHERE r.value > 0) AS least_contributors
         FROM observation o JOIN observation_revision r ON r.observation_id = o.id
        WHERE o.indicator_code = ANY($1)
        GROUP BY 1),
     gone AS (DELETE FROM headcount_shield s WHERE NOT EXISTS (SELECT FROM wanted w WHERE w.id = s.id))
     INSERT INTO headcount_shield AS s (id, has_secret, least_contributors) SELECT * FROM wanted
     ON CONFLICT (id) DO UPDATE SET has_secret = excluded.has_secret, least_contributors = excluded.least_contributors
      WHERE (s.has_secret, s.least_contributors) IS DISTINCT FROM (excluded.has_secret, excluded.least_contributors)`,
    [OF_JOBS],
  );
}
