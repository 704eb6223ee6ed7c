import type { EntityManager } from 'typeorm';
import { changedBetween } from '../territory/changed-between.ts';

/**
 * Says of each new cell whether it compares to the one of the year before: there is one, and neither the file nor the
 * geography breaks the series.
 */
export async function markBreaks(tx: EntityManager, dataset: string, geographyDate: string): Promise<void> {
  await tx.query(
    `UPDATE next_cell n SET comparable = true
       FROM next_cell before
      WHERE before.indicator = n.indicator AND before.territory_id = n.territory_id AND before.breakdown = n.breakdown
        AND before.period = n.period - 1 AND n.status <> 'BREAK'`,
  );
  const earlier: { on: string; territories: string[]; ids: string[] }[] = await tx.query(
    `SELECT v.geography_date::text AS on, array_agg(DISTINCT n.territory_id) AS territories,
            array_agg(n.observation_id) AS ids
       FROM next_cell n
       JOIN observation o ON o.dataset_code = $1 AND o.indicator_code = n.indicator AND o.territory_id = n.territory_id
            AND o.period = n.period - 1 AND o.breakdown = n.breakdown
       JOIN observation_revision r ON r.observation_id = o.id AND r.valid_to IS NULL
       JOIN vintage v ON v.id = r.vintage_id
      WHERE NOT n.comparable AND n.status <> 'BREAK' AND v.geography_date IS NOT NULL
      GROUP BY v.geography_date`,
    [dataset],
  );
  for (const { on, territories, ids } of earlier) {
    const changed = await changedBetween(tx, territories, on, geographyDate);
    await tx.query(
      `UPDATE next_cell SET comparable = NOT territory_id = ANY($2),
              status = CASE WHEN territory_id = ANY($2) AND value IS NOT NULL THEN 'BREAK' ELSE status END
        WHERE observation_id = ANY($1)`,
      [ids, [...changed]],
    );
  }
}
