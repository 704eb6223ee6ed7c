import type { EntityManager } from 'typeorm';
import { rowProblem } from '../import/row-problem.ts';
import type { RowProblem } from '../import/source-cell.ts';
import { type CubeCell, type Geography, placeKey } from './cube-cell.ts';
import { cellsToBe, type Group, type NextCell } from './publication-tables.queries.ts';
import type { Problems } from './stage-items.ts';
import { observationIdSql } from './staging-tables.ts';
import { contradictions, missingTotals } from './totals.ts';

/**
 * Adds to a group the totals that its parts make, and collects the totals that they contradict. What a published secret
 * contradicts is told once for the group, wherever it lies: which sum failed would tell whether a guess is too high.
 */
export async function completeSums(
  tx: EntityManager,
  dataset: string,
  group: Group,
  geography: Geography,
  problems: Problems,
): Promise<void> {
  const cells = await cellsToBe(tx, dataset, group);
  const made = missingTotals(cells, geography);
  await insertComputed(tx, dataset, group, made);
  const known = new Map<string, NextCell | CubeCell>(
    [...made, ...cells].map((cell) => [placeKey(cell), cell]),
  );
  const secret = new Set(cells.filter(({ isSecret }) => isSecret).map(placeKey));
  // A total made of parts that are held may be made of a secret.
  for (const sum of secret.size > 0 ? made : []) secret.add(placeKey(sum));
  let withSecret = false;
  for (const { total, parts, axis } of contradictions([...cells, ...made], geography)) {
    if ([total, ...parts].some((place) => secret.has(place))) {
      withSecret = true;
      continue;
    }
    const lines = [total, ...parts].flatMap((place) => lineOf(known.get(place)) ?? []);
    problems.add(contradictionAt(lines[0] ?? 1, total, axis, lineOf(known.get(total)) === null));
  }
  if (withSecret) problems.add(contradictionOfSecrets(firstLineOf(cells), group));
}

/** The line of a group that stands for all of them; the first of the file where it has none of the group. */
export function firstLineOf(cells: readonly NextCell[]): number {
  const lines = cells.flatMap(({ line }) => line ?? []);
  return lines.reduce((first, line) => Math.min(first, line), lines[0] ?? 1);
}

function lineOf(cell: NextCell | CubeCell | undefined): number | null {
  return cell !== undefined && 'line' in cell ? cell.line : null;
}

/** Told without figures: one of the parts may be a secret. */
export function contradictionAt(line: number, place: string, axis: string, isHeld: boolean): RowProblem {
  const over = axis === 'TERRITORY' ? 'de ses territoires' : `de ses parts par ${axis}`;
  const which = isHeld ? `Le total déjà publié pour ${place}` : `Le total de ${place}`;
  return rowProblem(line, 'value', 'SUM_CONTRADICTS_PARTS', `${which} contredit la somme ${over}.`, null);
}

/** The one refusal of sums that do not hold with what is published and hidden: neither which, nor by how much. */
export function contradictionOfSecrets(line: number, { indicator, period }: Group): RowProblem {
  const table = `${indicator}${period === null ? '' : `, ${period}`}`;
  const message = `Les sommes de ce tableau (${table}) ne s’accordent pas avec ce qui est déjà publié : déposez le tableau entier.`;
  return rowProblem(line, null, 'SUMS_CONTRADICT_PUBLISHED', message, null);
}

async function insertComputed(
  tx: EntityManager,
  dataset: string,
  { indicator, period }: Group,
  cells: readonly CubeCell[],
): Promise<void> {
  for (let start = 0; start < cells.length; start += 5_000) {
    const rows = cells.slice(start, start + 5_000).map(({ territory, ...cell }) => ({
      ...cell,
      territory_id: territory,
    }));
    await tx.query(
      `INSERT INTO next_cell (observation_id, indicator, territory_id, period, breakdown, value, status, units, largest,
                              is_computed)
       SELECT ${observationIdSql({ dataset: '$1', alias: 'made' })}, made.*, true
         FROM (SELECT $2 AS indicator, c.territory_id, $3::int AS period, c.breakdown, c.value, c.status, c.units, c.largest
                 FROM json_to_recordset($4::json)
                   AS c(territory_id text, breakdown text, value float8, status text, units int, largest float8)) made`,
      [dataset, indicator, period, JSON.stringify(rows)],
    );
  }
}
