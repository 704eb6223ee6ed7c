import type { EntityManager } from 'typeorm';
import { type LoadReport, quoted, upsertRows } from './load.ts';

/**
 * All the rows that a table must hold, as `upsertRows` takes them; `key` names the columns of the primary key. Rows
 * outside `scope`, an SQL condition on `t` with parameters from `$1`, belong to others.
 */
export type TableRows = {
  readonly table: string;
  readonly key: readonly string[];
  readonly rows: readonly object[];
  readonly scope?: { readonly sql: string; readonly params: readonly unknown[] };
};

/**
 * Makes a table hold the given rows and, within the scope, no other. Those that are not given leave first, so that
 * another may take what was unique to them: nothing may refer to them any more.
 */
export async function replaceRows(db: EntityManager, wanted: TableRows): Promise<LoadReport> {
  await deleteRowsBut(db, wanted);
  return upsertRows(db, wanted.table, wanted.key, wanted.rows);
}

/**
 * The same for tables that refer to one another, from those that are referred to to those that refer to them: rows leave
 * in the opposite order.
 */
export async function replaceTables(db: EntityManager, tables: readonly TableRows[]): Promise<LoadReport[]> {
  for (const wanted of tables.toReversed()) await deleteRowsBut(db, wanted);
  const reports: LoadReport[] = [];
  for (const { table, key, rows } of tables) reports.push(await upsertRows(db, table, key, rows));
  return reports;
}

/** Deletes the rows of the scope that are not given; returns how many. */
export async function deleteRowsBut(
  db: EntityManager,
  { table, key, rows, scope = { sql: 'true', params: [] } }: TableRows,
): Promise<number> {
  const keys = rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([column]) => key.includes(column))),
  );
  const same = key.map((column) => `kept.${quoted(column)} = t.${quoted(column)}`).join(' AND ');
  const kept = `json_populate_recordset(NULL::${quoted(table)}, $${scope.params.length + 1}::json)`;
  const gone: unknown[] = await db.query(
    `WITH gone AS (
       DELETE FROM ${quoted(table)} t
        WHERE (${scope.sql}) AND NOT EXISTS (SELECT FROM ${kept} kept WHERE ${same})
       RETURNING 1)
     SELECT * FROM gone`,
    [...scope.params, JSON.stringify(keys)],
  );
  return gone.length;
}
