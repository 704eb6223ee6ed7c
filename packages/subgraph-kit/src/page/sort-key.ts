import type { CursorKeys } from './cursor.ts';

/**
 * One key of an order. `sql` is an expression over the columns of the base query, `type` its PostgreSQL type.
 * Nulls come last whatever the direction. The last key of an order must be unique and never null. An order whose keys
 * are all declared `notNull` and go one way lets an index range serve its deep pages.
 */
export type SortKey = {
  sql: string;
  type: 'text' | 'date' | 'timestamptz' | 'bigint' | 'float8';
  descending?: boolean;
  notNull?: boolean;
};

/** The keys as ORDER BY takes them. */
export function orderBy(order: readonly SortKey[]): string {
  return order
    .map(({ sql, descending, notNull }) =>
      [sql, descending ? 'DESC' : 'ASC', notNull ? '' : 'NULLS LAST'].join(' ').trimEnd(),
    )
    .join(', ');
}

/** The condition that a row comes after the one that has `keys`, which are added to `params`. */
export function afterKeys(order: readonly SortKey[], keys: CursorKeys, params: unknown[]): string {
  const values = keys.map((key, index) => {
    if (key === null) return null;
    params.push(key);
    return `$${params.length}::${order[index]?.type}`;
  });
  return beyondRow(order, values) ?? beyondOneByOne(order, values);
}

/** One comparison of whole rows, which an index range answers; null where nulls or mixed directions forbid it. */
function beyondRow(order: readonly SortKey[], values: readonly (string | null)[]): string | null {
  const [first] = order;
  const oneWay = order.every(({ descending }) => (descending ?? false) === (first?.descending ?? false));
  if (!oneWay || !order.every(({ notNull }) => notNull) || values.includes(null)) return null;
  const row = order.map(({ sql }) => sql).join(', ');
  return `(${row}) ${first?.descending ? '<' : '>'} (${values.join(', ')})`;
}

function beyondOneByOne(order: readonly SortKey[], values: readonly (string | null)[]): string {
  const alternatives = order.map((key, index) => {
    const equal = order
      .slice(0, index)
      .map((earlier, position) =>
        values[position] === null ? `${earlier.sql} IS NULL` : `${earlier.sql} = ${values[position]}`,
      );
    return [...equal, beyond(key, values[index] ?? null)].join(' AND ');
  });
  return `(${alternatives.map((alternative) => `(${alternative})`).join(' OR ')})`;
}

function beyond(key: SortKey, value: string | null): string {
  if (value === null) return 'false';
  const further = `${key.sql} ${key.descending ? '<' : '>'} ${value}`;
  return key.notNull ? further : `(${further} OR ${key.sql} IS NULL)`;
}
