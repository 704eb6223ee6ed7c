import { type Context, loadWithArguments } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
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
