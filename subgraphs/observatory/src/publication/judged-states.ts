import type { EntityManager } from 'typeorm';
import { type CubeCell, type Geography, placeKey } from './cube-cell.ts';
import { figuresOfSameUnits, type Group, pastStates } from './publication-tables.queries.ts';
import type { State } from './secrecy-table.ts';

/** Indicators that count units: below three, the count tells that there are one or two. */
const COUNTS = new Set([
  'ESS_ESTABLISHMENTS',
  'PRIVATE_ESTABLISHMENTS',
  'ESTABLISHMENTS',
  'ASSOCIATIONS',
  'COOPERATIVES',
  'FOUNDATIONS',
]);

/** Indicators that count jobs: a unit has one at least. */
const JOBS = ['ESS_JOBS', 'PRIVATE_JOBS', 'JOBS'];

/** The fewest units that make some figure of a place, where they are fewer than three. */
export type FewUnits = ReadonlyMap<string, number>;

type Past = {
  readonly dataset: string;
  readonly geographyOf: (day: string | null) => Promise<Geography>;
  readonly counted: FewUnits;
};

/** What a group was at each instant of publication, with the units that tell what of it is a secret. */
export async function judgedPast(
  tx: EntityManager,
  group: Group,
  { dataset, geographyOf, counted }: Past,
): Promise<State[]> {
  const states: State[] = [];
  for (const { cells, geographyDate } of await pastStates(tx, dataset, group)) {
    const judged = cells.map((cell) => withUnits(cell, counted));
    states.push({ cells: judged, geography: await geographyOf(geographyDate) });
  }
  return states;
}

/** A cell with the fewest units that any figure of its place tells. */
export function withUnits<Cell extends CubeCell>(cell: Cell, counted: FewUnits): Cell {
  const few = counted.get(placeKey(cell));
  if (few === undefined) return cell;
  return { ...cell, units: cell.units === null ? few : Math.min(few, cell.units) };
}

/**
 * Places where fewer than three units make some figure of a dataset, by whatever value that it has, had or, where it is the
 * one that is published, is about to have. A count below three is its own number of units, and jobs below three are of as
 * many units at most; a figure that its producer hides, or that one unit dominates, says as much of the other figures of
 * that unit, though not of its count.
 */
export async function fewUnitsOf(
  tx: EntityManager,
  { dataset, isPublished }: { dataset: string; isPublished: boolean },
  { indicator, period }: Group,
): Promise<FewUnits> {
  const rows: { territory: string; breakdown: string; units: number }[] = await tx.query(
    `SELECT territory, breakdown, greatest(1, floor(min(few)))::int AS units FROM (
       SELECT territory, breakdown,
              CASE WHEN NOT $6 AND NOT figure = ANY($4) AND (status = 'SUPPRESSED_PRODUCER' OR largest > 0.85 * value) THEN 1
                   WHEN figure = ANY($4) OR figure = ANY($5) AND value < 3 THEN least(value, units)
                   ELSE units END AS few
         FROM (SELECT indicator AS figure, territory_id AS territory, breakdown, value, units, largest, status FROM next_cell
                WHERE $7 AND indicator = ANY($2) AND coalesce(period, 0) = coalesce($3::int, 0)
               UNION ALL
               SELECT o.indicator_code, o.territory_id, o.breakdown, r.value, r.units, r.largest, r.status
                 FROM observation o JOIN observation_revision r ON r.observation_id = o.id
                WHERE o.dataset_code = $1 AND o.indicator_code = ANY($2) AND o.period IS NOT DISTINCT FROM $3::int) told) counted
      WHERE few > 0 AND few < 3
      GROUP BY territory, breakdown`,
    [
      ...[dataset, figuresOfSameUnits(indicator), period, [...COUNTS], JOBS, COUNTS.has(indicator)],
      isPublished,
    ],
  );
  return new Map(rows.map((row) => [placeKey(row), row.units]));
}
