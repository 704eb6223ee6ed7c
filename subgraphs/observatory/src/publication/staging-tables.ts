import type { EntityManager } from 'typeorm';

/**
 * Tables of one publication, gone with its transaction. `staged`: the lines of the file. `next_cell`: the cells as they
 * are to be published. `replaced_slice`: what of the dataset they take the place of; (indicator, year, names of details).
 */
export async function createStagingTables(tx: EntityManager): Promise<void> {
  await tx.query(`
    CREATE TEMP TABLE staged (
      line integer NOT NULL,
      indicator text NOT NULL,
      territory text NOT NULL,
      period integer,
      breakdown text NOT NULL,
      value double precision,
      status text NOT NULL,
      units integer,
      largest double precision
    ) ON COMMIT DROP;
    CREATE TEMP TABLE staged_territory (code text PRIMARY KEY, id text, exact boolean) ON COMMIT DROP;
    CREATE TEMP TABLE replaced_slice (indicator text NOT NULL, period integer, dimensions text NOT NULL) ON COMMIT DROP;
    CREATE TEMP TABLE next_cell (
      observation_id text NOT NULL,
      indicator text NOT NULL,
      territory_id text NOT NULL,
      period integer,
      breakdown text NOT NULL,
      line integer,
      value double precision,
      status text NOT NULL,
      units integer,
      largest double precision,
      -- Computed from its parts, or from other indicators: no file gives it.
      is_computed boolean NOT NULL,
      comparable boolean NOT NULL DEFAULT false,
      inputs jsonb,
      -- Already published, in a slice that stays; it is there to be hidden.
      held_revision_id text
    ) ON COMMIT DROP;
    CREATE TEMP TABLE newly_secret (observation_id text PRIMARY KEY) ON COMMIT DROP`);
}

/** The id of what a cell is a value of, in SQL: the same in every vintage. */
export function observationIdSql(cell: { dataset: string; alias: string }): string {
  const { dataset, alias } = cell;
  return `'OBS:' || ${dataset} || '/' || ${alias}.indicator || '/' || ${alias}.territory_id
    || coalesce('/' || ${alias}.period, '') || CASE WHEN ${alias}.breakdown = '' THEN '' ELSE '/' || ${alias}.breakdown END`;
}

/** The names of the dimensions of a breakdown, in SQL. */
export const dimensionsSql = (breakdown: string) => `regexp_replace(${breakdown}, '=[^|]*', '', 'g')`;

/**
 * Whether a cell of `next_cell` leaves a revision as it is, in SQL. A hidden cell whose value stays is the same, whatever
 * the reason that hides it now.
 */
export const isSameSql = (cell: string, revision: string) => `
  (${cell}.value, ${cell}.units, ${cell}.largest, ${cell}.inputs, ${cell}.is_computed, ${cell}.comparable)
    IS NOT DISTINCT FROM
  (${revision}.value, ${revision}.units, ${revision}.largest, ${revision}.inputs, ${revision}.is_computed,
   ${revision}.comparable_with_previous)
  AND (${cell}.status = ${revision}.status
       OR starts_with(${cell}.status, 'SUPPRESSED') AND starts_with(${revision}.status, 'SUPPRESSED'))`;
