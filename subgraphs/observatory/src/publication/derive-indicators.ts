import type { EntityManager } from 'typeorm';
import type { IndicatorCode } from '../indicator/indicator.code.ts';
import type { Geography } from './cube-cell.ts';
import { type Derived, derivedOf, growthOf, type Total, type Totals } from './derive.rules.ts';
import { isSameSql, observationIdSql } from './staging-tables.ts';

/** What derived figures are computed from. */
const FROM: readonly IndicatorCode[] = [
  'ESS_JOBS',
  'PRIVATE_JOBS',
  'ESS_ESTABLISHMENTS',
  'PRIVATE_ESTABLISHMENTS',
];
const GROWTHS: readonly IndicatorCode[] = ['ESS_JOBS_GROWTH', 'ESS_ESTABLISHMENTS_GROWTH'];
const DERIVED: readonly IndicatorCode[] = [
  'ESS_JOBS_SHARE',
  'ESS_ESTABLISHMENTS_SHARE',
  'ESS_JOBS_PER_1000',
  'ESS_ESTABLISHMENTS_DEPARTMENT_SHARE',
  'ESS_JOBS_RANK',
  'ESS_JOBS_TOP5_SHARE',
  'ESS_ESTABLISHMENTS_TOP5_SHARE',
  ...GROWTHS,
];

type Publication = { dataset: string; vintageId: string; geography: Geography };

/** Computes anew what follows from the totals of the file’s years, and the growth of the years after them. */
export async function deriveIndicators(tx: EntityManager, publication: Publication): Promise<void> {
  const years = await yearsOf(tx);
  for (const period of years) {
    const totals = await totalsOf(tx, publication, period);
    const before = period === null ? new Map() : await totalsOf(tx, publication, period - 1);
    const rows = derivedOf(await yearOf(tx, publication, totals, before));
    await replaceDerived(tx, publication.dataset, period, DERIVED, rows);
    if (period === null || years.includes(period + 1)) continue;
    const after = await totalsOf(tx, publication, period + 1);
    if (after.size === 0) continue;
    const growths = growthOf(await yearOf(tx, publication, after, totals));
    await replaceDerived(tx, publication.dataset, period + 1, GROWTHS, growths);
  }
}

async function yearOf(
  tx: EntityManager,
  { geography }: Publication,
  totals: Map<IndicatorCode, Totals>,
  before: Map<IndicatorCode, Totals>,
) {
  const none: Totals = new Map();
  return {
    of: (indicator: IndicatorCode) => totals.get(indicator) ?? none,
    before: (indicator: IndicatorCode) => before.get(indicator) ?? none,
    geography,
    population: await populationsOf(tx, [...(totals.get('ESS_JOBS')?.keys() ?? [])]),
  };
}

async function yearsOf(tx: EntityManager): Promise<(number | null)[]> {
  const rows: { period: number | null }[] = await tx.query(
    'SELECT DISTINCT period FROM replaced_slice WHERE indicator = ANY($1) ORDER BY period NULLS FIRST',
    [FROM],
  );
  return rows.map(({ period }) => period);
}

/** The totals of a year as they are to be, by indicator and territory. */
async function totalsOf(
  tx: EntityManager,
  { dataset, vintageId }: Publication,
  period: number | null,
): Promise<Map<IndicatorCode, Totals>> {
  const rows: (Total & { indicator: IndicatorCode })[] = await tx.query(
    `WITH total AS (
       SELECT n.indicator, n.observation_id AS id, n.territory_id AS territory, n.value, n.status, n.comparable,
              coalesce(held.vintage_id, same.vintage_id, $2) AS vintage_id
         FROM next_cell n
         LEFT JOIN observation_revision held ON held.id = n.held_revision_id
         LEFT JOIN observation_revision same ON same.observation_id = n.observation_id AND same.valid_to IS NULL
              AND ${isSameSql('n', 'same')}
        WHERE n.indicator = ANY($4) AND coalesce(n.period, 0) = coalesce($3::int, 0) AND n.breakdown = ''
       UNION ALL
       SELECT o.indicator_code, o.id, o.territory_id, r.value, r.status, r.comparable_with_previous, r.vintage_id
         FROM observation o JOIN observation_revision r ON r.observation_id = o.id AND r.valid_to IS NULL
        WHERE o.dataset_code = $1 AND o.indicator_code = ANY($4) AND o.period IS NOT DISTINCT FROM $3::int
          AND o.breakdown = '' AND NOT EXISTS (SELECT FROM next_cell n WHERE n.observation_id = o.id)
          AND NOT EXISTS (SELECT FROM replaced_slice s WHERE s.indicator = o.indicator_code
                             AND s.period IS NOT DISTINCT FROM o.period AND (s.dimensions = '' OR r.is_computed)))
     SELECT total.indicator, total.id, total.territory, total.value, total.status, total.comparable,
            total.vintage_id AS "vintageId",
            starts_with(total.status, 'SUPPRESSED') OR o.secret_since IS NOT NULL
              OR EXISTS (SELECT FROM newly_secret s WHERE s.observation_id = total.id) AS "isHidden"
       FROM total LEFT JOIN observation o ON o.id = total.id
      ORDER BY total.indicator, total.territory`,
    [dataset, vintageId, period, FROM],
  );
  const byIndicator = Map.groupBy(rows, ({ indicator }) => indicator);
  return new Map(
    [...byIndicator].map(([indicator, each]) => [
      indicator,
      new Map(each.map((total) => [total.territory, total])),
    ]),
  );
}

async function populationsOf(tx: EntityManager, territories: readonly string[]) {
  const rows: { id: string; count: number; year: number | null }[] = await tx.query(
    `SELECT id, population AS count, population_year AS year FROM territory
      WHERE id = ANY($1) AND population IS NOT NULL`,
    [territories],
  );
  return new Map(rows.map(({ id, count, year }) => [id, { count, year }]));
}

async function replaceDerived(
  tx: EntityManager,
  dataset: string,
  period: number | null,
  indicators: readonly IndicatorCode[],
  rows: readonly Derived[],
): Promise<void> {
  await tx.query(
    `INSERT INTO replaced_slice SELECT indicator, $2::int, '' FROM unnest($1::text[]) AS indicator`,
    [indicators, period],
  );
  await tx.query(
    `INSERT INTO next_cell (observation_id, indicator, territory_id, period, breakdown, value, status, inputs, is_computed)
     SELECT ${observationIdSql({ dataset: '$1', alias: 'made' })}, indicator, territory_id, period, '', value, status,
            inputs, true
       FROM (SELECT d.indicator, d.territory AS territory_id, $2::int AS period, '' AS breakdown, d.value, d.status, d.inputs
               FROM json_to_recordset($3::json)
                 AS d(indicator text, territory text, value float8, status text, inputs jsonb)) made`,
    [dataset, period, JSON.stringify(rows)],
  );
  await tx.query(
    `INSERT INTO newly_secret SELECT observation_id FROM next_cell
      WHERE indicator = ANY($1) AND period IS NOT DISTINCT FROM $2::int AND status = 'SUPPRESSED_SECONDARY'
     ON CONFLICT DO NOTHING`,
    [indicators, period],
  );
}
