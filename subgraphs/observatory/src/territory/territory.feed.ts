import type { TerritoryValue } from '@graphess/reference';
import type { Feed } from '@graphess/subgraph-kit';

/**
 * Serves territories to the other subgraphs, each with the territories it lies in. The codes that lead to it count as its
 * own: a filter by `COM:75002` finds what lies in Antony. Communes that are no more stay here.
 */
export const territoryFeed: Feed = async (db, keys) => {
  const rows: TerritoryValue[] = await db.query(
    `SELECT t.id, t.name, t.level, t.population,
            t.id || ARRAY(SELECT DISTINCT former.code FROM territory_code former
                           WHERE former.territory_id = t.id AND former.code <> t.id ORDER BY former.code)
                 || coalesce(array_agg(link.whole ORDER BY link.whole) FILTER (WHERE NOT link.partial), '{}') AS within,
            coalesce(array_agg(link.whole ORDER BY link.whole) FILTER (WHERE link.partial), '{}') AS within_partly
       FROM territory t LEFT JOIN territory_link link ON link.part = t.id
      WHERE t.id = ANY($1) AND t.ended_on IS NULL GROUP BY t.id`,
    [keys],
  );
  return new Map(rows.map((row) => [row.id, row]));
};
