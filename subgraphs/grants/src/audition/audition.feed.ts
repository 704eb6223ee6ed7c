import type { Feed } from '@graphess/subgraph-kit';

/** Serves, under the topic `audition`, the days on which an edition hears projects: when, never whom nor in which room. */
export const auditionFeed: Feed = async (db, dayIds) => {
  const rows: { id: string }[] = await db.query(
    `SELECT d.id, call.edition, to_char(d.day, 'YYYY-MM-DD') AS day,
            min(s.starts_at) AS starts_at, max(s.ends_at) AS ends_at
       FROM audition_day d JOIN call ON call.id = d.call_id JOIN audition_slot s ON s.day_id = d.id
      WHERE d.id = ANY($1) GROUP BY d.id, call.edition, d.day`,
    [dayIds],
  );
  return new Map(rows.map((row) => [row.id, row]));
};
