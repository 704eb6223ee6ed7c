import type { EntityManager } from 'typeorm';
import { dimensionsSql, isSameSql } from './staging-tables.ts';

/** A secret that changes counts for none: whoever tries one value after the other would find it. */
export type Counts = { inserted: number; revised: number; deleted: number };

export type Writing = {
  dataset: string;
  isDemonstration: boolean;
  vintageId: string;
  sourceId: string;
  /** The instant from which the new values hold. */
  at: Date;
  reason: string | null;
};

/**
 * Makes `next_cell` what holds from `at` on. What did not change keeps its revision; what the file no longer has ends. All
 * in a few statements, whatever the number of cells.
 */
export async function writeCells(tx: EntityManager, writing: Writing): Promise<Counts> {
  const { dataset, at } = writing;
  await tx.query('CREATE INDEX ON next_cell (observation_id)');
  await tx.query('ANALYZE next_cell');
  await tx.query(COMPARE, [dataset]);
  await tx.query('ANALYZE comparison');
  await tx.query(
    `UPDATE observation_revision r SET valid_to = $1 FROM comparison c WHERE r.id = c.revision_id AND c.outcome <> 'SAME'`,
    [at],
  );
  await insertCells(tx, writing);
  await tx.query(
    `UPDATE observation o SET secret_since = $1 FROM newly_secret s WHERE s.observation_id = o.id AND o.secret_since IS NULL`,
    [at],
  );
  const [counts]: Counts[] = await tx.query(
    `SELECT count(*) FILTER (WHERE outcome = 'NEW')::int AS inserted,
            count(*) FILTER (WHERE outcome = 'CHANGED' AND NOT stays_secret)::int AS revised,
            count(*) FILTER (WHERE outcome = 'GONE')::int AS deleted FROM comparison`,
  );
  return counts ?? { inserted: 0, revised: 0, deleted: 0 };
}

const COMPARE = `
  CREATE TEMP TABLE comparison ON COMMIT DROP AS
  WITH holding AS (
    SELECT o.id AS observation_id, r.id AS revision_id, r.value, r.status, r.units, r.largest, r.inputs, r.is_computed,
           r.comparable_with_previous
      FROM observation o JOIN observation_revision r ON r.observation_id = o.id AND r.valid_to IS NULL
     WHERE o.dataset_code = $1
       AND ((o.indicator_code, coalesce(o.period, 0), ${dimensionsSql('o.breakdown')})
              IN (SELECT indicator, coalesce(period, 0), dimensions FROM replaced_slice)
            OR r.is_computed
              AND (o.indicator_code, coalesce(o.period, 0)) IN (SELECT indicator, coalesce(period, 0) FROM replaced_slice)
            OR r.id IN (SELECT held_revision_id FROM next_cell WHERE held_revision_id IS NOT NULL)))
  SELECT coalesce(n.observation_id, h.observation_id) AS observation_id, h.revision_id,
         CASE WHEN n.observation_id IS NULL THEN 'GONE'
              WHEN h.observation_id IS NULL THEN 'NEW'
              WHEN ${isSameSql('n', 'h')} THEN 'SAME'
              ELSE 'CHANGED' END AS outcome,
         coalesce(starts_with(n.status, 'SUPPRESSED') AND starts_with(h.status, 'SUPPRESSED'), false) AS stays_secret
    FROM next_cell n FULL JOIN holding h ON h.observation_id = n.observation_id`;

async function insertCells(
  tx: EntityManager,
  { dataset, isDemonstration, vintageId, sourceId, at, reason }: Writing,
): Promise<void> {
  await tx.query(
    `INSERT INTO observation (id, dataset_code, indicator_code, territory_id, period, breakdown, is_demonstration)
     SELECT n.observation_id, $1, n.indicator, n.territory_id, n.period, n.breakdown, $2
       FROM next_cell n JOIN comparison c ON c.observation_id = n.observation_id AND c.outcome = 'NEW'
      ORDER BY n.observation_id COLLATE "C"
     ON CONFLICT (id) DO NOTHING`,
    [dataset, isDemonstration],
  );
  await tx.query(
    `INSERT INTO observation_revision (id, observation_id, vintage_id, valid_from, value, status, approximate, statement,
                                       quotation, source_ids, comparable_with_previous, reason, inputs, units, largest,
                                       is_computed)
     SELECT n.observation_id || '@' || to_char($3::timestamptz AT TIME ZONE 'UTC', 'YYYYMMDD"T"HH24MISS.MS'),
            n.observation_id, coalesce(held.vintage_id, $1), $3, n.value, n.status, false, NULL, NULL,
            coalesce(held.source_ids, ARRAY[$2]), n.comparable, CASE WHEN c.outcome = 'CHANGED' THEN $4 END, n.inputs,
            n.units, n.largest, n.is_computed
       FROM next_cell n
       JOIN comparison c ON c.observation_id = n.observation_id AND c.outcome IN ('NEW', 'CHANGED')
       LEFT JOIN observation_revision held ON held.id = n.held_revision_id
      -- Their indexes grow at one end then, instead of everywhere.
      ORDER BY n.observation_id COLLATE "C"`,
    [vintageId, sourceId, at, reason],
  );
}
