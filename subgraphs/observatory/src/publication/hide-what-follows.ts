import type { EntityManager } from 'typeorm';

/**
 * What was computed from a figure that is now a secret is one too, at every instant and in every dataset. Ranks of the
 * communes around it stay public from now on, since it is left out of them; the former ones, in which it had its place, do
 * not, nor do the shares of five first communes, of which it was or was not one.
 */
export async function hideWhatFollows(tx: EntityManager): Promise<void> {
  await tx.query(
    `INSERT INTO newly_secret
     SELECT DISTINCT o.id
       FROM newly_secret hidden
       JOIN observation source ON source.id = hidden.observation_id AND source.secret_since IS NULL
       JOIN observation o ON o.dataset_code = source.dataset_code
            AND o.period BETWEEN source.period AND source.period + 1 AND o.secret_since IS NULL
       JOIN observation_revision r ON r.observation_id = o.id
            AND r.inputs @> jsonb_build_array(jsonb_build_object('id', source.id))
     ON CONFLICT DO NOTHING`,
  );
  await tx.query(
    `INSERT INTO newly_secret
     SELECT DISTINCT top.id
       FROM newly_secret hidden
       JOIN observation source ON source.id = hidden.observation_id AND source.secret_since IS NULL
            AND source.breakdown = ''
       JOIN territory_link home ON home.part = source.territory_id
       JOIN observation top ON top.dataset_code = source.dataset_code AND top.territory_id = home.whole
            AND top.indicator_code = source.indicator_code || '_TOP5_SHARE'
            AND top.period IS NOT DISTINCT FROM source.period AND top.secret_since IS NULL
     ON CONFLICT DO NOTHING`,
  );
  await tx.query(
    `UPDATE observation_revision r SET status = 'SUPPRESSED_SECONDARY'
       FROM newly_secret hidden
       JOIN observation source ON source.id = hidden.observation_id AND source.secret_since IS NULL
            AND source.indicator_code = 'ESS_JOBS' AND source.breakdown = ''
       JOIN territory_link home ON home.part = source.territory_id AND home.whole LIKE 'DEP:%'
       JOIN territory_link near ON near.whole = home.whole
       JOIN observation rank ON rank.dataset_code = source.dataset_code AND rank.indicator_code = 'ESS_JOBS_RANK'
            AND rank.territory_id = near.part AND rank.period IS NOT DISTINCT FROM source.period
      WHERE r.observation_id = rank.id AND NOT starts_with(r.status, 'SUPPRESSED')`,
  );
}
