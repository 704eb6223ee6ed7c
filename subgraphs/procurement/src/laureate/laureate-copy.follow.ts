import { type Follow, upsertRows } from '@graphess/subgraph-kit';
import { z } from 'zod';

const laureateValue = z.object({ id: z.string(), isLaureate: z.boolean() });

/** Keeps which organisations are laureates, as the topic `laureate` of grants says. */
export const followLaureates: Follow = {
  from: 'grants',
  topic: 'laureate',
  async apply(db, upserts, deletedKeys) {
    const values = upserts.map(({ value }) => laureateValue.parse(value));
    await upsertRows(
      db,
      'laureate_copy',
      ['id'],
      values.map(({ id, isLaureate }) => ({ id, is_laureate: isLaureate })),
    );
    await db.query('DELETE FROM laureate_copy WHERE id = ANY($1)', [deletedKeys]);
  },
  async reset(db) {
    await db.query('DELETE FROM laureate_copy');
  },
};
