import { type LoadReport, upsertRows } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';

/** All the rows that the data files hold for a table. Rows outside `scope` (an SQL condition on `t`) belong to others. */
export type TableRows = { table: string; key: readonly string[]; rows: readonly object[]; scope?: string };

/**
 * Makes tables hold the rows of the data files and no other. `tables` go from those that are referred to to those that
 * refer to them: rows leave in the opposite order.
 */
export async function replaceRows(db: EntityManager, tables: readonly TableRows[]): Promise<LoadReport[]> {
  for (const { table, key, rows, scope } of tables.toReversed()) {
    const same = key.map((column) => `kept.${column} = t.${column}`).join(' AND ');
    await db.query(
      `DELETE FROM ${table} t WHERE ${scope ?? 'true'}
          AND NOT EXISTS (SELECT FROM json_populate_recordset(NULL::${table}, $1::json) kept WHERE ${same})`,
      [JSON.stringify(rows)],
    );
  }
  const reports: LoadReport[] = [];
  for (const { table, key, rows } of tables) reports.push(await upsertRows(db, table, key, rows));
  return reports;
}
