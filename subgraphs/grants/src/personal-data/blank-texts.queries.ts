import type { EntityManager } from 'typeorm';
import { WRITTEN_PLACES } from './places.ts';

/** Takes out what a person wrote of applications; how many texts. */
export function blankTextsBy(tx: EntityManager, subject: string): Promise<number> {
  return blankTexts(tx, 'by', subject);
}

/** Takes out what people wrote of some applications; how many texts. */
export function blankTextsOf(tx: EntityManager, applicationIds: readonly string[]): Promise<number> {
  return blankTexts(tx, 'of', applicationIds);
}

async function blankTexts(tx: EntityManager, whose: 'by' | 'of', value: unknown): Promise<number> {
  let values = 0;
  for (const { table, column, blank, [whose]: condition } of WRITTEN_PLACES) {
    values += await changedRows(
      tx,
      `UPDATE ${table} t SET ${column} = ${blank}
        WHERE ${condition} AND t.${column} IS NOT NULL AND t.${column} IS DISTINCT FROM ${blank}`,
      [value],
    );
  }
  return values;
}

/** Runs a statement; how many rows it changed. */
export async function changedRows(tx: EntityManager, sql: string, params: unknown[]): Promise<number> {
  const [, count]: [unknown[], number] = await tx.query(sql, params);
  return count;
}
