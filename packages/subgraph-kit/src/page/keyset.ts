import type { EntityManager } from 'typeorm';
import { BadInput } from '../errors.ts';
import { type CursorKeys, decodeCursor, encodeCursor } from './cursor.ts';
import { afterKeys, orderBy, type SortKey } from './sort-key.ts';

/** An ordered list: `name` seals its cursors, `sql` selects its rows (`$1…` for `params`), `order` sorts them. */
export type KeysetList = { name: string; sql: string; params: readonly unknown[]; order: readonly SortKey[] };

export type PageRequest = { first: number; after?: string | null | undefined };

export type Page<Row> = {
  rows: { cursor: string; node: Row }[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
};

/** `first` goes from 1 to `max`. Throws BadInput('first') otherwise. */
export function checkFirst(first: number, max = 100): number {
  if (!Number.isInteger(first) || first < 1 || first > max) {
    throw new BadInput('first', `« first » va de 1 à ${max}.`);
  }
  return first;
}

/**
 * One page of a list, after a position rather than a number of rows: rows inserted meanwhile are neither lost
 * before the cursor nor repeated after it. Throws BadInput on `first` out of bounds or a cursor of another list.
 */
export async function keysetPage<Row>(
  db: EntityManager,
  list: KeysetList,
  request: PageRequest,
  max?: number,
): Promise<Page<Row>> {
  const first = checkFirst(request.first, max);
  const params = [...list.params];
  const where = afterClause(list, request.after, params);
  const rows: KeyedRow<Row>[] = await db.query(
    `SELECT q.*, ${keyColumn(list)} AS "__keys" FROM (${list.sql}) q ${where} ORDER BY ${orderBy(list.order)} LIMIT ${first + 1}`,
    params,
  );
  return toPage(list, rows, first, request.after);
}

/**
 * The same page for many owners in one statement; the base query must have a column `owner`.
 * Owners without a row are absent from the map.
 */
export async function keysetPages<Row>(
  db: EntityManager,
  list: KeysetList,
  request: PageRequest,
  max?: number,
): Promise<Map<string, Page<Row>>> {
  const first = checkFirst(request.first, max);
  const params = [...list.params];
  const where = afterClause(list, request.after, params);
  const rows: (KeyedRow<Row> & { owner: string })[] = await db.query(
    `SELECT * FROM (
       SELECT q.*, ${keyColumn(list)} AS "__keys",
              row_number() OVER (PARTITION BY q.owner ORDER BY ${orderBy(list.order)}) AS "__row"
         FROM (${list.sql}) q ${where}
     ) numbered WHERE "__row" <= ${first + 1} ORDER BY owner, "__row"`,
    params,
  );
  const byOwner = Map.groupBy(rows, (row) => row.owner);
  return new Map([...byOwner].map(([owner, own]) => [owner, toPage<Row>(list, own, first, request.after)]));
}

/** How many rows the whole list has. */
export async function countRows(
  db: EntityManager,
  list: Pick<KeysetList, 'sql' | 'params'>,
): Promise<number> {
  const [row]: { total: number }[] = await db.query(`SELECT count(*)::int AS total FROM (${list.sql}) q`, [
    ...list.params,
  ]);
  return row?.total ?? 0;
}

/** How many rows the list of each owner has; the base query must have a column `owner`. */
export async function countRowsByOwner(
  db: EntityManager,
  list: Pick<KeysetList, 'sql' | 'params'>,
): Promise<Map<string, number>> {
  const rows: { owner: string; total: number }[] = await db.query(
    `SELECT q.owner, count(*)::int AS total FROM (${list.sql}) q GROUP BY q.owner`,
    [...list.params],
  );
  return new Map(rows.map(({ owner, total }) => [owner, total]));
}

type KeyedRow<Row> = Row & { __keys: CursorKeys };

function keyColumn(list: KeysetList): string {
  return `json_build_array(${list.order.map(({ sql }) => `(${sql})::text`).join(', ')})`;
}

function afterClause(list: KeysetList, after: string | null | undefined, params: unknown[]): string {
  if (after === null || after === undefined) return '';
  return `WHERE ${afterKeys(list.order, decodeCursor(list.name, after, list.order.length), params)}`;
}

function toPage<Row>(
  list: KeysetList,
  rows: readonly KeyedRow<Row>[],
  first: number,
  after: string | null | undefined,
): Page<Row> {
  return {
    rows: rows.slice(0, first).map((row) => ({ cursor: encodeCursor(list.name, row.__keys), node: row })),
    hasNextPage: rows.length > first,
    hasPreviousPage: after !== null && after !== undefined,
  };
}

/** The page of an empty list. */
export function emptyPage<Row>(): Page<Row> {
  return { rows: [], hasNextPage: false, hasPreviousPage: false };
}
