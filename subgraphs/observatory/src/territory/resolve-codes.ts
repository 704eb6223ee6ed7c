import { type Context, loadWithArguments } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { EPT_SINCE } from './known-history.ts';

/**
 * The territory that a code leads to. `exact` when the code was that territory's own on the day asked (today for null);
 * otherwise `id` is the one of today that took its place, or the former one when several did.
 */
export type ResolvedCode = { id: string; exact: boolean };

/**
 * What territory codes (`COM:75002`, `EPT:…`) lead to, on a day of geography (`2024-01-01`) or today: null for a code
 * that no known geography has. Nothing contradicts a present code at a date whose geography is not known. One statement.
 */
export async function resolveCodes(
  db: EntityManager,
  ids: readonly string[],
  on: string | null,
): Promise<Map<string, ResolvedCode | null>> {
  const distinct = [...new Set(ids)];
  const rows: { asked: string; id: string | null; exact: boolean }[] = await db.query(
    `SELECT asked.id AS asked, coalesce(bearer.territory_id, present.id, heir.territory_id, former.id) AS id,
            bearer.territory_id IS NOT NULL
              OR (present.id IS NOT NULL AND ($2::date IS NULL OR NOT coalesce(told.otherwise, false))) AS exact
       FROM unnest($1::text[]) AS asked(id)
       LEFT JOIN territory_code bearer ON bearer.code = asked.id AND bearer.own AND bearer.valid_from > '-infinity'
             AND daterange(bearer.valid_from, bearer.valid_to) @> $2::date
       LEFT JOIN territory present ON present.id = asked.id AND NOT EXISTS (
              SELECT FROM retired_territory retired WHERE retired.territory_id = asked.id)
       LEFT JOIN LATERAL (
              SELECT EXISTS (SELECT FROM territory_code own WHERE own.code = asked.id AND own.own
                                AND own.valid_from > '-infinity')
                     OR (present.level = 'EPT' AND $2::date < $3::date) AS otherwise) told ON true
       LEFT JOIN LATERAL (
              SELECT code.territory_id FROM territory_code code
               WHERE code.code = asked.id AND NOT EXISTS (
                       SELECT FROM retired_territory retired WHERE retired.territory_id = code.territory_id)
               ORDER BY code.valid_to DESC NULLS FIRST, code.own DESC, code.territory_id LIMIT 1) heir ON true
       LEFT JOIN territory former ON former.id = asked.id`,
    [distinct, on, EPT_SINCE],
  );
  const found = new Map<string, ResolvedCode | null>(distinct.map((id) => [id, null]));
  for (const { asked, id, exact } of rows) if (id !== null) found.set(asked, { id, exact });
  return found;
}

const resolved = loadWithArguments<{ on: string | null }, ResolvedCode | null>(({ db }, ids, { on }) =>
  resolveCodes(db, ids, on),
);

/** The id of the territory that a code of a request leads to; the code itself when it leads nowhere. */
export async function territoryIdOf(ctx: Context, code: string, on: string | null = null): Promise<string> {
  return (await resolved(ctx, code, { on }))?.id ?? code;
}

/** The same without a request: the id of the territory of today that a code leads to, or the code when it leads nowhere. */
export async function presentTerritoryId(db: EntityManager, code: string): Promise<string> {
  return (await resolveCodes(db, [code], null)).get(code)?.id ?? code;
}
