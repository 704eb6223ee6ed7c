import { type Context, loadWithArguments, perRequest } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { IS_PUBLISHED_FACT } from '../application/application.queries.ts';
import { type LaureateSelection, laureatesWithin } from './laureate.queries.ts';

/** What a list of laureates adds up to. `knownCents` sums the amounts that are known, of which there are `known`. */
export type LaureateTotals = {
  count: number;
  known: number;
  knownCents: number;
  lastAwardYear: number | null;
};

export const NO_LAUREATE: LaureateTotals = { count: 0, known: 0, knownCents: 0, lastAwardYear: null };

/** Totals by owner; an owner without laureates is absent. */
export async function totalsOf(
  db: EntityManager,
  selection: LaureateSelection,
): Promise<Map<string, LaureateTotals>> {
  const rows: (LaureateTotals & { owner: string })[] = await db.query(
    `SELECT q.owner, count(*)::int AS count, count(q."awardedCents")::int AS known,
            coalesce(sum(q."awardedCents"), 0) AS "knownCents", max(q."awardYear") AS "lastAwardYear"
       FROM (${selection.sql}) q GROUP BY q.owner`,
    [...selection.params],
  );
  return new Map(rows.map(({ owner, ...totals }) => [owner, totals]));
}

const totalsWithin = loadWithArguments<object, LaureateTotals>(({ db }, territoryIds) =>
  totalsOf(db, laureatesWithin(territoryIds)),
);

export async function totalsOfTerritory(ctx: Context, territoryId: string): Promise<LaureateTotals> {
  return (await totalsWithin(ctx, territoryId, {})) ?? NO_LAUREATE;
}

/** How many awards the editions (all of them when null) announce beyond the laureates that they name. */
export async function unpublishedAwards(
  db: EntityManager,
  editions: readonly number[] | null,
): Promise<number> {
  const [row]: { unpublished: number }[] = await db.query(
    `SELECT coalesce(sum(greatest(call.awarded - published.count, 0)), 0)::int AS unpublished
       FROM call CROSS JOIN LATERAL (
         SELECT count(*) AS count FROM application a WHERE a.call_id = call.id AND ${IS_PUBLISHED_FACT}) published
      WHERE $1::int[] IS NULL OR call.edition = ANY($1)`,
    [editions],
  );
  return row?.unpublished ?? 0;
}

/** The same over all editions, asked once a request. */
export const unpublishedOfAllEditions = perRequest(({ db }) => unpublishedAwards(db, null));
