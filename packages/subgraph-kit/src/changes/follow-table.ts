import type { ZodType } from 'zod';
import { upsertRows } from '../load/load.ts';
import type { Follow } from './follower.ts';

/**
 * Keeps a sibling's topic in a table of its own, whose key is `id`. `row` says what the sibling sends and makes it the
 * columns of the table.
 */
export function followTable(copy: {
  from: string;
  topic: string;
  table: string;
  row: ZodType<{ id: string }>;
}): Follow {
  const { from, topic, table, row } = copy;
  return {
    from,
    topic,
    async apply(db, upserts, deletedKeys) {
      await upsertRows(
        db,
        table,
        ['id'],
        upserts.map(({ value }) => row.parse(value)),
      );
      await db.query(`DELETE FROM ${table} WHERE id = ANY($1)`, [deletedKeys]);
    },
    async reset(db) {
      await db.query(`DELETE FROM ${table}`);
    },
  };
}
