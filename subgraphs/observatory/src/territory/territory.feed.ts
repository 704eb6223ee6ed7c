import type { TerritoryValue } from '@graphess/reference';
import type { Feed } from '@graphess/subgraph-kit';

/** Serves territories to the other subgraphs, each with the territories it lies in. */
export const territoryFeed: Feed = async (db, keys) => {
  const rows: TerritoryValue[] = await db.query(
    `SELECT t.id, t.name, t.level, t.population,
            array_prepend(t.id, coalesce(array_agg(link.whole ORDER BY link.whole) FILTER (WHERE NOT link.partial), '{}')) AS within,
            coalesce(array_agg(link.whole ORDER BY link.whole) FILTER (WHERE link.partial), '{}') AS within_partly
       FROM territory t LEFT JOIN territory_link link ON link.part = t.id
      WHERE t.id = ANY($1) GROUP BY t.id`,
    [keys],
  );
  return new Map(rows.map((row) => [row.id, row]));
};
