import { type Context, loadOne, loadWithArguments } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { Territory } from './territory.entity.ts';
import type { TerritoryLevel } from './territory.level.ts';

export const territoryById = loadOne<Territory>(
  ({ db }, ids) =>
    db
      .createQueryBuilder(Territory, 't')
      .where('t.id = ANY(:ids)', { ids: [...ids] })
      .getMany(),
  ({ id }) => id,
);

/** Known territories, in the order of their ids. */
export async function territoriesById(ctx: Context, ids: readonly string[]): Promise<Territory[]> {
  const territories = await Promise.all(ids.map((id) => territoryById(ctx).load(id)));
  return territories.filter((territory) => territory !== null);
}

export type RelatedTerritory = { territory: Territory; partial: boolean };
type Relation = { direction: 'within' | 'contains'; level: TerritoryLevel | null; itself: boolean };

/**
 * Territories that a territory lies in, or that it contains; those of another level left out when `level` is given.
 * With `itself`, a territory is related to itself too.
 */
const related = loadWithArguments<Relation, RelatedTerritory[]>(
  async ({ db }, ids, { direction, level, itself }) => {
    const [from, to] = direction === 'within' ? ['part', 'whole'] : ['whole', 'part'];
    const links: { owner: string; id: string; partial: boolean }[] = await db.query(
      `SELECT link.${from} AS owner, link.${to} AS id, link.partial
         FROM (SELECT part, whole, partial FROM territory_link WHERE ${from} = ANY($1)
               UNION ALL SELECT id, id, false FROM unnest($1::text[]) AS own(id) WHERE $3) link
         JOIN territory t ON t.id = link.${to}
        WHERE $2::text IS NULL OR t.level = $2
        ORDER BY link.${from}, t.level, t.name COLLATE extensions.french, t.id`,
      [ids, level, itself],
    );
    const wanted = [...new Set(links.map(({ id }) => id))];
    const rows = await db
      .createQueryBuilder(Territory, 't')
      .where('t.id = ANY(:wanted)', { wanted })
      .getMany();
    const byId = new Map(rows.map((territory) => [territory.id, territory]));
    const result = new Map<string, RelatedTerritory[]>(ids.map((id) => [id, []]));
    for (const { owner, id, partial } of links) {
      const territory = byId.get(id);
      if (territory) result.get(owner)?.push({ territory, partial });
    }
    return result;
  },
);

export async function relatedTerritories(
  ctx: Context,
  id: string,
  direction: Relation['direction'],
  level: TerritoryLevel | null | undefined,
): Promise<RelatedTerritory[]> {
  return (await related(ctx, id, { direction, level: level ?? null, itself: false })) ?? [];
}

/** Territories of a level that share a commune with a territory: itself, when it is of that level. */
export async function territoriesOfLevel(
  ctx: Context,
  id: string,
  level: TerritoryLevel,
): Promise<Territory[]> {
  const found = (await related(ctx, id, { direction: 'contains', level, itself: true })) ?? [];
  return found.map(({ territory }) => territory);
}

/** Territories whose name has what was typed, those of the shown département first, then the best match, then the largest. */
export function searchTerritories(
  db: EntityManager,
  search: string,
  levels: readonly TerritoryLevel[] | null,
  first: number,
): Promise<Territory[]> {
  return db
    .createQueryBuilder(Territory, 't')
    .where('extensions.fold_matches(t.folded, :search)', { search })
    .andWhere(levels === null ? 'true' : 't.level = ANY(:levels)', { levels: [...(levels ?? [])] })
    .orderBy(
      `EXISTS (SELECT FROM territory_link link JOIN shown_area area ON area.territory_id = link.whole WHERE link.part = t.id)
       OR EXISTS (SELECT FROM shown_area area WHERE area.territory_id = t.id)`,
      'DESC',
    )
    .addOrderBy(
      `CASE WHEN t.folded = extensions.fold(:search) THEN 0
            WHEN starts_with(t.folded, extensions.fold(:search)) THEN 1 ELSE 2 END`,
    )
    .addOrderBy('t.population', 'DESC', 'NULLS LAST')
    .addOrderBy('t.id')
    .limit(first)
    .getMany();
}
