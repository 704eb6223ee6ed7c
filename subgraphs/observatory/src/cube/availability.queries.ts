import { BadInput, loadWithArguments } from '@graphess/subgraph-kit';
import type { TerritoryLevel } from '../territory/territory.level.ts';
import { DIMENSION_CODES, type DimensionCode } from './dimension.catalogue.ts';

const MAX_COMBINATIONS = 5_000;

/** `dimensions` keeps the cells that are detailed by exactly these; null keeps all. */
export type AvailabilityFilter = {
  within: string | null;
  level: TerritoryLevel | null;
  dataset: string | null;
  dimensions: readonly DimensionCode[] | null;
  isDemonstration: boolean;
};

export type AvailableRow = {
  indicator: string;
  datasetCode: string;
  level: TerritoryLevel;
  breakdown: string;
  periods: number[];
  undated: boolean;
  cells: number;
};

/** The combinations of each indicator that have a value, published or hidden. Throws BadInput('dimensions') on too many. */
export const availableOf = loadWithArguments<AvailabilityFilter, AvailableRow[]>(
  async ({ db }, indicators, { within, level, dataset, dimensions, isDemonstration }) => {
    const rows: AvailableRow[] = await db.query(
      `SELECT o.indicator_code AS indicator, o.dataset_code AS "datasetCode", t.level, o.breakdown,
              coalesce(array_agg(DISTINCT o.period) FILTER (WHERE o.period IS NOT NULL), '{}') AS periods,
              bool_or(o.period IS NULL) AS undated, count(*)::int AS cells
         FROM observation o JOIN territory t ON t.id = o.territory_id
        WHERE o.indicator_code = ANY($1) AND o.is_demonstration = $2
          AND ($3::text IS NULL OR o.dataset_code = $3) AND ($4::text IS NULL OR t.level = $4)
          AND ($5::text IS NULL OR t.id = $5
               OR EXISTS (SELECT FROM territory_link link WHERE link.part = t.id AND link.whole = $5))
          AND ($6::text IS NULL OR o.breakdown ~ $6)
          AND EXISTS (SELECT FROM observation_revision r
                       WHERE r.observation_id = o.id AND r.valid_to IS NULL AND r.status <> 'MISSING')
        GROUP BY o.indicator_code, o.dataset_code, t.level, o.breakdown
        ORDER BY o.indicator_code, o.dataset_code, t.level, o.breakdown
        LIMIT ${MAX_COMBINATIONS + 1}`,
      [indicators, isDemonstration, dataset, level, within, dimensions && patternOf(dimensions)],
    );
    if (rows.length > MAX_COMBINATIONS) {
      throw new BadInput(
        'dimensions',
        '« dimensions » : il y a trop de combinaisons ; précisez les dimensions, le jeu de données ou l’échelon.',
      );
    }
    return Map.groupBy(rows, ({ indicator }) => indicator);
  },
);

function patternOf(dimensions: readonly DimensionCode[]): string {
  const sorted = DIMENSION_CODES.filter((code) => dimensions.includes(code));
  return `^${sorted.map((code) => `${code}=[A-Z0-9_]+`).join('[|]')}$`;
}
