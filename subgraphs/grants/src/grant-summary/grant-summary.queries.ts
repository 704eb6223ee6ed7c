import type { Context } from '@graphess/subgraph-kit';
import {
  type LaureateTotals,
  totalsOfTerritory,
  unpublishedOfAllEditions,
} from '../laureate/laureate-totals.queries.ts';

export async function awardsOfTerritory(
  ctx: Context,
  territoryId: string,
): Promise<LaureateTotals & { unpublished: number }> {
  const [totals, unpublished] = await Promise.all([
    totalsOfTerritory(ctx, territoryId),
    unpublishedOfAllEditions(ctx),
  ]);
  return { ...totals, unpublished };
}
