import { type Context, type FacetCount, loadWithArguments, UNKNOWN_FACET } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { type LaureateSelection, laureatesWithin } from './laureate.queries.ts';

export type LaureateFacetCounts = Record<'themes' | 'editions' | 'territories', FacetCount[]>;

export const NO_FACET: LaureateFacetCounts = { themes: [], editions: [], territories: [] };

/**
 * Facets by owner. A laureate counts once for each of its themes, once for its edition and once for the first territory
 * that its record names. The most frequent values come first, editions from the newest, unknown values last.
 */
export async function facetsOf(
  db: EntityManager,
  selection: LaureateSelection,
): Promise<Map<string, LaureateFacetCounts>> {
  const unknown = `$${selection.params.length + 1}::text`;
  const rows: (FacetCount & { owner: string; facet: keyof LaureateFacetCounts })[] = await db.query(
    `WITH laureate AS MATERIALIZED (${selection.sql}), facet_value AS (
       SELECT owner, 'themes' AS facet, theme.code AS key, theme.label, 0 AS rank
         FROM laureate
         LEFT JOIN application_theme answer ON answer.application_id = laureate.id
         LEFT JOIN theme ON theme.call_id = answer.call_id AND theme.code = answer.theme_code
       UNION ALL
       SELECT owner, 'editions', laureate.edition::text, call.title, laureate.edition
         FROM laureate JOIN call ON call.id = laureate."callId"
       UNION ALL
       SELECT owner, 'territories', laureate."actionTerritoryIds"[1], place.name, 0
         FROM laureate LEFT JOIN territory_copy place ON place.id = laureate."actionTerritoryIds"[1]
     )
     SELECT owner, facet, coalesce(key, '${UNKNOWN_FACET.key}') AS key,
            coalesce(max(label), key, ${unknown}) AS label, count(*)::int AS count
       FROM facet_value GROUP BY owner, facet, key
      ORDER BY owner, facet, key IS NULL, max(rank) DESC, count(*) DESC,
               coalesce(max(label), key) COLLATE extensions.french, key`,
    [...selection.params, UNKNOWN_FACET.label],
  );
  return new Map(
    [...Map.groupBy(rows, ({ owner }) => owner)].map(([owner, own]) => {
      const counts = (facet: keyof LaureateFacetCounts) =>
        own.filter((row) => row.facet === facet).map(({ key, label, count }) => ({ key, label, count }));
      return [
        owner,
        { themes: counts('themes'), editions: counts('editions'), territories: counts('territories') },
      ];
    }),
  );
}

const facetsWithin = loadWithArguments<object, LaureateFacetCounts>(({ db }, territoryIds) =>
  facetsOf(db, laureatesWithin(territoryIds)),
);

export async function facetsOfTerritory(ctx: Context, territoryId: string): Promise<LaureateFacetCounts> {
  return (await facetsWithin(ctx, territoryId, {})) ?? NO_FACET;
}
