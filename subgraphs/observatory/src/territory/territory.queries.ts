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
type Direction = 'within' | 'contains';

/** Territories that a territory lies in, or that it contains; those of another level left out when `level` is given. */
const related = loadWithArguments<{ direction: Direction; level: TerritoryLevel | null }, RelatedTerritory[]>(
  async ({ db }, ids, { direction, level }) => {
    const [from, to] = direction === 'within' ? ['part', 'whole'] : ['whole', 'part'];
    const links: { owner: string; id: string; partial: boolean }[] = await db.query(
      `SELECT link.${from} AS owner, link.${to} AS id, link.partial
         FROM territory_link link JOIN territory t ON t.id = link.${to}
        WHERE link.${from} = ANY($1) AND ($2::text IS NULL OR t.level = $2)
        ORDER BY link.${from}, t.level, t.name COLLATE extensions.french, t.id`,
      [ids, level],
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
  direction: Direction,
  level: TerritoryLevel | null | undefined,
): Promise<RelatedTerritory[]> {
  return (await related(ctx, id, { direction, level: level ?? null })) ?? [];
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
