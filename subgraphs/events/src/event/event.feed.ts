import type { Feed } from '@graphess/subgraph-kit';

/** Serves, under the topic `event`, what a sibling needs to say when the next one of a type takes place. */
export const eventFeed: Feed = async (db, ids) => {
  const rows: { id: string }[] = await db.query(
    `SELECT id, title, type, starts_on::text AS starts_on, last_possible_on::text AS last_possible_on, status,
            is_demonstration
       FROM event WHERE id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
};
