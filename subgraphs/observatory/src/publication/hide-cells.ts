import type { Reader } from '@graphess/secrecy';
import type { EntityManager } from 'typeorm';
import { rowProblem } from '../import/row-problem.ts';
import type { RowProblem } from '../import/source-cell.ts';
import { contradictionAt } from './complete-sums.ts';
import type { CubeCell, Geography } from './cube-cell.ts';
import { placeKey } from './cube-cell.ts';
import { type HiddenStatus, isPrimary, protectStates } from './protect-states.ts';
import {
  cellsToBe,
  figuresOfSameUnits,
  type Group,
  type NextCell,
  pastStates,
  secretsOf,
} from './publication-tables.queries.ts';
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

export type HideOptions = {
  readonly dataset: string;
  readonly reader: Reader;
  readonly budgetMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly geographyOf: (day: string | null) => Promise<Geography>;
  readonly geographyDate: string | null;
};

export type Hidden = { cost: number; bound: number; problems: RowProblem[] };

/** Decides what of a group is hidden, at every instant, and writes it to `next_cell` and `newly_secret`. */
export async function hideCells(tx: EntityManager, group: Group, options: HideOptions): Promise<Hidden> {
  const { dataset, geographyOf, geographyDate, ...how } = options;
  const cells = await cellsToBe(tx, dataset, group);
  const secrets = await secretsOf(tx, dataset, group);
  const counted = await fewUnitsOf(tx, dataset, group);
  const states = await judgedPast(tx, group, { dataset, geographyOf, counted });
  const judged = cells.map((cell) => withUnits(cell, counted));
  states.push({ cells: judged, geography: await geographyOf(geographyDate) });
  if (secrets.length === 0 && !states.some((state) => state.cells.some(isPrimary))) {
    return { cost: 0, bound: 0, problems: [] };
  }
  const result = await protectStates(states, {
    ...how,
    secret: new Set(secrets.map(placeKey)),
    once: new Set(secrets.filter(({ once }) => once).map(placeKey)),
  });
  const byPlace = new Map(cells.map((cell) => [placeKey(cell), cell]));
  const lineAt = (place: string) =>
    byPlace.get(place)?.line ?? cells.find(({ line }) => line !== null)?.line ?? 1;
  if (result.kind === 'CONTRADICTION') {
    const { place } = result;
    return { cost: 0, bound: 0, problems: [contradictionAt(lineAt(place), place, 'TERRITORY', false)] };
  }
  if (result.kind === 'UNSAFE') {
    return { cost: 0, bound: 0, problems: result.places.map((place) => recoverable(lineAt(place), place)) };
  }
  await writeHidden(tx, group, byPlace, result.reasons);
  await writeSecrets(tx, dataset, group, result.hidden);
  return { cost: result.cost, bound: result.bound, problems: [] };
}

type Past = Pick<HideOptions, 'dataset' | 'geographyOf'> & { counted?: ReadonlyMap<string, number> };

/** What a group was at each instant of publication, with the units that tell what of it is a secret. */
export async function judgedPast(tx: EntityManager, group: Group, past: Past): Promise<State[]> {
  const counted = past.counted ?? (await fewUnitsOf(tx, past.dataset, group));
  const states: State[] = [];
  for (const { cells, geographyDate } of await pastStates(tx, past.dataset, group)) {
    const judged = cells.map((cell) => withUnits(cell, counted));
    states.push({ cells: judged, geography: await past.geographyOf(geographyDate) });
  }
  return states;
}

function recoverable(line: number, place: string): RowProblem {
  return rowProblem(
    line,
    'value',
    'RECOVERABLE_CELL',
    `Un lecteur retrouverait une valeur secrète (${place}), quoi qu’on masque avec elle : regroupez des lignes.`,
    null,
  );
}

/** A cell with the fewest units that any figure of its place tells. */
function withUnits<Cell extends CubeCell>(cell: Cell, counted: ReadonlyMap<string, number>): Cell {
  const few = counted.get(placeKey(cell));
  if (few === undefined) return cell;
  return { ...cell, units: cell.units === null ? few : Math.min(few, cell.units) };
}

/**
 * Places where fewer than three units make some figure, by whatever value that it has, had or is about to have. A count
 * below three is its own number of units, and jobs below three are of as many units at most; a figure that its producer
 * hides, or that one unit dominates, says as much of the other figures of that unit, though not of its count.
 */
async function fewUnitsOf(
  tx: EntityManager,
  dataset: string,
  { indicator, period }: Group,
): Promise<Map<string, number>> {
  const rows: { territory: string; breakdown: string; units: number }[] = await tx.query(
    `SELECT territory, breakdown, greatest(1, floor(min(few)))::int AS units FROM (
       SELECT territory, breakdown,
              CASE WHEN NOT $6 AND NOT figure = ANY($4) AND (status = 'SUPPRESSED_PRODUCER' OR largest > 0.85 * value) THEN 1
                   WHEN figure = ANY($4) OR figure = ANY($5) AND value < 3 THEN least(value, units)
                   ELSE units END AS few
         FROM (SELECT indicator AS figure, territory_id AS territory, breakdown, value, units, largest, status FROM next_cell
                WHERE indicator = ANY($2) AND coalesce(period, 0) = coalesce($3::int, 0)
               UNION ALL
               SELECT o.indicator_code, o.territory_id, o.breakdown, r.value, r.units, r.largest, r.status
                 FROM observation o JOIN observation_revision r ON r.observation_id = o.id
                WHERE o.dataset_code = $1 AND o.indicator_code = ANY($2) AND o.period IS NOT DISTINCT FROM $3::int) told) counted
      WHERE few > 0 AND few < 3
      GROUP BY territory, breakdown`,
    [dataset, figuresOfSameUnits(indicator), period, [...COUNTS], JOBS, COUNTS.has(indicator)],
  );
  return new Map(rows.map((row) => [placeKey(row), row.units]));
}

async function writeHidden(
  tx: EntityManager,
  { indicator, period }: Group,
  cells: ReadonlyMap<string, NextCell>,
  reasons: ReadonlyMap<string, HiddenStatus>,
): Promise<void> {
  const rows = [...reasons].flatMap(([place, status]) => {
    const cell = cells.get(place);
    return cell === undefined ? [] : [{ id: cell.observationId, held: cell.held, status }];
  });
  await tx.query(
    `UPDATE next_cell n SET status = h.status
       FROM json_to_recordset($1::json) AS h(id text, held text, status text)
      WHERE h.held IS NULL AND n.observation_id = h.id`,
    [JSON.stringify(rows)],
  );
  await tx.query(
    `INSERT INTO next_cell (observation_id, indicator, territory_id, period, breakdown, value, status, units, largest,
                            is_computed, comparable, inputs, held_revision_id)
     SELECT o.id, $2, o.territory_id, $3::int, o.breakdown, r.value, h.status, r.units, r.largest, r.is_computed,
            r.comparable_with_previous, r.inputs, r.id
       FROM json_to_recordset($1::json) AS h(id text, held text, status text)
       JOIN observation o ON o.id = h.id
       JOIN observation_revision r ON r.id = h.held AND NOT starts_with(r.status, 'SUPPRESSED')`,
    [JSON.stringify(rows), indicator, period],
  );
}

async function writeSecrets(
  tx: EntityManager,
  dataset: string,
  { indicator, period }: Group,
  hidden: ReadonlySet<string>,
): Promise<void> {
  await tx.query(
    `INSERT INTO newly_secret
     SELECT 'OBS:' || $1 || '/' || $2 || '/' || split_part(place, '/', 1) || coalesce('/' || $3::int, '')
            || CASE WHEN strpos(place, '/') = 0 THEN '' ELSE substr(place, strpos(place, '/')) END
       FROM unnest($4::text[]) AS place ON CONFLICT DO NOTHING`,
    [dataset, indicator, period, [...hidden]],
  );
}
