import { type Context, loadOne, loadWithArguments } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { checkKnownOn, formerDay, placesOn, type TerritoryPlace } from './dated-territory.queries.ts';
import { territoryIdOf } from './resolve-codes.ts';
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

/** The territory that a code leads to, on a day of geography or today; null when it leads nowhere. */
export async function territoryOfCode(
  ctx: Context,
  code: string,
  on: string | null,
): Promise<Territory | null> {
  if (on === null) {
    const territory = await territoryById(ctx).load(code);
    if (territory !== null && territory.endedOn === null) return territory;
  }
  return territoryById(ctx).load(await territoryIdOf(ctx, code, on));
}

export type RelatedTerritory = { territory: Territory; partial: boolean };
/** With `itself`, a territory is related to itself too. `on` is a day of geography, null for the loaded one. */
type Relation = {
  direction: 'within' | 'contains';
  level: TerritoryLevel | null;
  itself: boolean;
  on: string | null;
};

/** Territories that a territory lies in, or that it contains; those of another level left out when `level` is given. */
const related = loadWithArguments<Relation, RelatedTerritory[]>(
  async ({ db }, ids, { direction, level, itself }) => {
    const [from, to] = direction === 'within' ? ['part', 'whole'] : ['whole', 'part'];
    const links: TerritoryPlace[] = await db.query(
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

/** Throws BadInput, naming `on`, where the geography of that day is not known. */
async function relatedOn(ctx: Context, id: string, relation: Relation): Promise<RelatedTerritory[]> {
  const on = await formerDay(ctx, relation.on);
  if (on === null) return (await related(ctx, id, { ...relation, on: null })) ?? [];
  const dated = { ...relation, on };
  await checkKnownOn(ctx, id, dated);
  const places = (await placesOn(ctx, id, dated)) ?? [];
  const territories = await territoriesById(
    ctx,
    places.map((place) => place.id),
  );
  const partialById = new Map(places.map((place) => [place.id, place.partial]));
  return territories.map((territory) => ({ territory, partial: partialById.get(territory.id) ?? false }));
}

export function relatedTerritories(
  ctx: Context,
  id: string,
  direction: Relation['direction'],
  { level, on }: { level: TerritoryLevel | null | undefined; on: string | null | undefined },
): Promise<RelatedTerritory[]> {
  return relatedOn(ctx, id, { direction, level: level ?? null, itself: false, on: on ?? null });
}

/** Territories of a level that share a commune with the one that a code leads to: itself, when it is of that level. */
export async function territoriesOfLevel(
  ctx: Context,
  code: string,
  level: TerritoryLevel,
  on: string | null | undefined,
): Promise<Territory[]> {
  const relation: Relation = { direction: 'contains', level, itself: true, on: on ?? null };
  const territories = async (id: string) =>
    (await relatedOn(ctx, id, relation)).map(({ territory }) => territory);
  const found = await territories(code);
  // A present code is the common case, and needs no second look.
  const id = found.length > 0 ? code : await territoryIdOf(ctx, code, relation.on);
  return id === code ? found : territories(id);
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
    .andWhere('NOT EXISTS (SELECT FROM retired_territory retired WHERE retired.territory_id = t.id)')
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
