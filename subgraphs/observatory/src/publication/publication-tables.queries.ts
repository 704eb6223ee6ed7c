import type { EntityManager } from 'typeorm';
import type { CubeCell } from './cube-cell.ts';
import { dimensionsSql, observationIdSql } from './staging-tables.ts';

/** An indicator and a year: one table of figures that add up. */
export type Group = { indicator: string; period: number | null };

/** Every group that the file speaks of, counts of units first: what they hide, the others hide too. */
export async function groupsOf(tx: EntityManager): Promise<Group[]> {
  return tx.query(
    `SELECT indicator, period FROM replaced_slice GROUP BY indicator, period
      ORDER BY indicator NOT LIKE '%ESTABLISHMENTS', indicator, period NULLS FIRST`,
  );
}

/** Figures that the same legal units make: what is few for one of them is few for the others. */
const SAME_UNITS: readonly (readonly string[])[] = [
  ['ESS_ESTABLISHMENTS', 'ESS_JOBS', 'ESS_PAYROLL', 'ESS_FTE'],
  ['PRIVATE_ESTABLISHMENTS', 'PRIVATE_JOBS', 'PAYROLL'],
  ['ESTABLISHMENTS', 'JOBS'],
];

/** The figures that the units of an indicator make, itself among them. */
export function figuresOfSameUnits(indicator: string): readonly string[] {
  return SAME_UNITS.find((figures) => figures.includes(indicator)) ?? [indicator];
}

const PAIRS = SAME_UNITS.flatMap((figures) =>
  figures.flatMap((figure) =>
    figures.filter((other) => other !== figure).map((units) => ({ figure, units })),
  ),
);

/** Groups that the file leaves as they are, and whose units it tells: it may make secrets of what is already published. */
export async function groupsCounted(tx: EntityManager, dataset: string): Promise<Group[]> {
  return tx.query(
    `SELECT DISTINCT o.indicator_code AS indicator, o.period
       FROM json_to_recordset($2::json) AS of(figure text, units text)
       JOIN replaced_slice s ON s.indicator = of.units
       JOIN observation o ON o.dataset_code = $1 AND o.indicator_code = of.figure AND o.period IS NOT DISTINCT FROM s.period
      WHERE NOT EXISTS (SELECT FROM replaced_slice own
                         WHERE own.indicator = of.figure AND own.period IS NOT DISTINCT FROM s.period)
      ORDER BY 1, 2`,
    [dataset, JSON.stringify(PAIRS)],
  );
}

/** Makes the cells of the file out of its lines; equal cells of a file that details more than we keep add up. */
export async function addUpLines(tx: EntityManager, dataset: string): Promise<void> {
  await tx.query(
    `INSERT INTO next_cell (observation_id, indicator, territory_id, period, breakdown, line, value, status, units,
                            largest, is_computed)
     SELECT ${observationIdSql({ dataset: '$1', alias: 'added' })}, indicator, territory_id, period, breakdown, line,
            value, status, units, largest, false
       FROM (SELECT s.indicator, t.id AS territory_id, s.period, s.breakdown, min(s.line) AS line,
                    CASE WHEN count(s.value) = count(*) THEN sum(s.value) END AS value,
                    CASE WHEN bool_or(s.status LIKE 'SUPPRESSED%') THEN 'SUPPRESSED_PRODUCER'
                         WHEN count(s.value) = count(*) THEN
                           coalesce(min(s.status) FILTER (WHERE s.status <> 'NORMAL'), 'NORMAL')
                         ELSE min(s.status) FILTER (WHERE s.value IS NULL) END AS status,
                    CASE WHEN count(s.units) = count(*) THEN sum(s.units)::int END AS units,
                    CASE WHEN count(*) = 1 THEN max(s.largest) END AS largest
               FROM staged s JOIN staged_territory t ON t.code = s.territory
              GROUP BY s.indicator, t.id, s.period, s.breakdown) added`,
    [dataset],
  );
  await tx.query(
    `INSERT INTO replaced_slice
     SELECT DISTINCT indicator, period, ${dimensionsSql('breakdown')} FROM next_cell`,
  );
  await tx.query('CREATE INDEX ON next_cell (indicator, (coalesce(period, 0)))');
  await tx.query('ANALYZE next_cell');
}

/** `isSecret`: published before, and hidden. */
export type NextCell = CubeCell & {
  line: number | null;
  observationId: string;
  held: string | null;
  isSecret: boolean;
};

/**
 * The cells of a group as they are to be: those of the file and, of the slices that it does not have, those that hold.
 * What was computed from communes is computed again.
 */
export async function cellsToBe(
  tx: EntityManager,
  dataset: string,
  { indicator, period }: Group,
): Promise<NextCell[]> {
  return tx.query(
    `SELECT n.territory_id AS territory, n.breakdown, n.value, n.status, n.units, n.largest, n.line,
            n.observation_id AS "observationId", NULL AS held, false AS "isSecret"
       FROM next_cell n WHERE n.indicator = $2 AND coalesce(n.period, 0) = coalesce($3::int, 0)
     UNION ALL
     SELECT o.territory_id, o.breakdown, r.value, ${statusAsTold('r')}, r.units, r.largest, NULL, o.id, r.id,
            o.secret_since IS NOT NULL OR starts_with(r.status, 'SUPPRESSED')
       FROM observation o JOIN observation_revision r ON r.observation_id = o.id AND r.valid_to IS NULL
      WHERE o.dataset_code = $1 AND o.indicator_code = $2 AND o.period IS NOT DISTINCT FROM $3::int
        AND ${dimensionsSql('o.breakdown')} NOT IN (
              SELECT dimensions FROM replaced_slice s WHERE s.indicator = $2 AND s.period IS NOT DISTINCT FROM $3::int)
        AND NOT (r.is_computed AND EXISTS (
              SELECT FROM replaced_slice s WHERE s.indicator = $2 AND s.period IS NOT DISTINCT FROM $3::int))
      ORDER BY 1, 2`,
    [dataset, indicator, period],
  );
}

export type PastState = { from: Date; geographyDate: string | null; cells: CubeCell[] };

/** What a group was, each time that something of it was published. */
export async function pastStates(
  tx: EntityManager,
  dataset: string,
  { indicator, period }: Group,
): Promise<PastState[]> {
  const rows: (CubeCell & { from: Date; to: Date | null; geographyDate: string | null })[] = await tx.query(
    `SELECT o.territory_id AS territory, o.breakdown, r.value, ${statusAsTold('r')} AS status, r.units, r.largest,
            r.valid_from AS "from", r.valid_to AS "to", v.geography_date::text AS "geographyDate"
       FROM observation o JOIN observation_revision r ON r.observation_id = o.id JOIN vintage v ON v.id = r.vintage_id
      WHERE o.dataset_code = $1 AND o.indicator_code = $2 AND o.period IS NOT DISTINCT FROM $3::int
      ORDER BY o.id, r.valid_from`,
    [dataset, indicator, period],
  );
  const instants = new Set(rows.flatMap(({ from, to }) => [from.getTime(), ...(to ? [to.getTime()] : [])]));
  return [...instants]
    .sort((a, b) => a - b)
    .map((instant) => {
      const held = rows.filter(
        ({ from, to }) => from.getTime() <= instant && (to === null || instant < to.getTime()),
      );
      const latest = held.toSorted((a, b) => b.from.getTime() - a.from.getTime())[0];
      return { from: new Date(instant), geographyDate: latest?.geographyDate ?? null, cells: held };
    })
    .filter(({ cells }) => cells.length > 0);
}

/** Other datasets of real figures that tell, or told, something of a group. */
export async function datasetsTelling(
  tx: EntityManager,
  { indicator, period }: Group,
  besides: string,
): Promise<string[]> {
  const rows: { code: string }[] = await tx.query(
    `SELECT code FROM dataset WHERE NOT is_demonstration AND code <> $1 AND EXISTS (
              SELECT FROM observation o WHERE o.dataset_code = dataset.code AND o.indicator_code = $2
                 AND o.period IS NOT DISTINCT FROM $3::int)
      ORDER BY code`,
    [besides, indicator, period],
  );
  return rows.map(({ code }) => code);
}

/** Places of a group that were hidden, and those that were so for themselves. */
export async function secretsOf(
  tx: EntityManager,
  dataset: string,
  { indicator, period }: Group,
): Promise<{ territory: string; breakdown: string; once: boolean }[]> {
  return tx.query(
    `SELECT o.territory_id AS territory, o.breakdown,
            bool_or(r.status IN ('SUPPRESSED_FREQUENCY', 'SUPPRESSED_DOMINANCE', 'SUPPRESSED_PRODUCER')) AS once
       FROM observation o JOIN observation_revision r ON r.observation_id = o.id
      WHERE o.dataset_code = $1 AND o.indicator_code = $2 AND o.period IS NOT DISTINCT FROM $3::int
        AND o.secret_since IS NOT NULL
      GROUP BY o.id`,
    [dataset, indicator, period],
  );
}

/** What the producer said of a value: why we hide it is judged again. */
function statusAsTold(revision: string): string {
  return `CASE WHEN ${revision}.status IN ('SUPPRESSED', 'SUPPRESSED_FREQUENCY', 'SUPPRESSED_DOMINANCE',
                                           'SUPPRESSED_SECONDARY')
               THEN CASE WHEN ${revision}.value IS NULL THEN 'SUPPRESSED_PRODUCER' ELSE 'NORMAL' END
               ELSE ${revision}.status END`;
}
