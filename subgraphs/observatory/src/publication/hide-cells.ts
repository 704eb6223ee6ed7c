import type { Reader } from '@graphess/secrecy';
import type { EntityManager } from 'typeorm';
import { rowProblem } from '../import/row-problem.ts';
import type { RowProblem } from '../import/source-cell.ts';
import { agreeOnSecrets, type DatasetStates, hasSecrets } from './agree-on-secrets.ts';
import { contradictionOfSecrets, firstLineOf } from './complete-sums.ts';
import type { Geography } from './cube-cell.ts';
import { placeKey } from './cube-cell.ts';
import { fewUnitsOf, judgedPast, withUnits } from './judged-states.ts';
import type { HiddenStatus } from './protect-states.ts';
import {
  cellsToBe,
  datasetsTelling,
  type Group,
  type NextCell,
  secretsOf,
} from './publication-tables.queries.ts';
import type { State } from './secrecy-table.ts';

export type HideOptions = {
  readonly dataset: string;
  readonly reader: Reader;
  readonly budgetMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly geographyOf: (day: string | null) => Promise<Geography>;
  readonly geographyDate: string | null;
};

export type Hidden = { cost: number; bound: number; problems: RowProblem[] };

/**
 * Decides what of a group is hidden, at every instant and in every dataset, and writes it to `next_cell` and
 * `newly_secret`.
 */
export async function hideCells(tx: EntityManager, group: Group, options: HideOptions): Promise<Hidden> {
  const { dataset, geographyOf, geographyDate, ...how } = options;
  const cells = await cellsToBe(tx, dataset, group);
  const counted = await fewUnitsOf(tx, { dataset, isPublished: true }, group);
  const own = await statesOf(tx, group, { dataset, geographyOf, counted });
  const judged = cells.map((cell) => withUnits(cell, counted));
  const next: State = { cells: judged, geography: await geographyOf(geographyDate) };
  const datasets: DatasetStates[] = [{ ...own, states: [...own.states, next] }];
  for (const other of await datasetsTelling(tx, group, dataset)) {
    const theirs = await fewUnitsOf(tx, { dataset: other, isPublished: false }, group);
    datasets.push(await statesOf(tx, group, { dataset: other, geographyOf, counted: theirs }));
  }
  if (!hasSecrets(datasets)) return { cost: 0, bound: 0, problems: [] };
  const result = await agreeOnSecrets(datasets, how);
  const byPlace = new Map(cells.map((cell) => [placeKey(cell), cell]));
  const line = firstLineOf(cells);
  if (result.kind === 'CONTRADICTION') {
    return { cost: 0, bound: 0, problems: [contradictionOfSecrets(line, group)] };
  }
  if (result.kind === 'UNSAFE') {
    const problems = result.places.map((place) => recoverable(byPlace.get(place)?.line ?? line, place));
    return { cost: 0, bound: 0, problems };
  }
  await writeHidden(tx, group, byPlace, result.reasons);
  for (const each of datasets) await writeSecrets(tx, each.dataset, group, result.hidden);
  return { cost: result.cost, bound: result.bound, problems: [] };
}

async function statesOf(
  tx: EntityManager,
  group: Group,
  past: Parameters<typeof judgedPast>[2],
): Promise<DatasetStates> {
  const secrets = await secretsOf(tx, past.dataset, group);
  return {
    dataset: past.dataset,
    states: await judgedPast(tx, group, past),
    secret: new Set(secrets.map(placeKey)),
    once: new Set(secrets.filter(({ once }) => once).map(placeKey)),
  };
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
