import { type Context, perRequest } from '@graphess/subgraph-kit';
import { IS_PUBLISHED_FACT } from '../application/application.queries.ts';
import { type LaureateTotals, totalsOfTerritory } from '../laureate/laureate-totals.queries.ts';

/** How many awards the editions announce beyond the laureates they name. */
const unpublishedAwards = perRequest(async ({ db }) => {
  const [row]: { unpublished: number }[] = await db.query(
    `SELECT coalesce(sum(greatest(call.awarded - published.count, 0)), 0)::int AS unpublished
       FROM call CROSS JOIN LATERAL (
         SELECT count(*) AS count FROM application a WHERE a.call_id = call.id AND ${IS_PUBLISHED_FACT}) published`,
  );
  return row?.unpublished ?? 0;
});

export async function awardsOfTerritory(
  ctx: Context,
  territoryId: string,
): Promise<LaureateTotals & { unpublished: number }> {
  const [totals, unpublished] = await Promise.all([
    totalsOfTerritory(ctx, territoryId),
    unpublishedAwards(ctx),
  ]);
  return { ...totals, unpublished };
}
