import { type Context, loadOne, parisDay, perRequest } from '@graphess/subgraph-kit';
import type { UpcomingCall, UpcomingMorning } from './upcoming.type.ts';

/** The edition that is open, or opens first, apart from those that are over; drafts are not announced. */
export const upcomingCalls = perRequest(
  ({ db, now }: Context): Promise<UpcomingCall[]> =>
    db.query(
      `SELECT id, edition, (opens_at AT TIME ZONE 'Europe/Paris')::date::text AS "opensOn", opens_at <= $1 AS "isOpen"
         FROM call
        WHERE coalesce(closes_at, opens_at) > $1 AND (published_at IS NOT NULL OR cardinality(source_ids) > 0)
        ORDER BY opens_at, edition LIMIT 20`,
      [now],
    ),
);

/** The next funding morning that is not called off, if one is announced. */
export const upcomingMorning = perRequest(async ({ db, now }: Context): Promise<UpcomingMorning | null> => {
  const [found]: UpcomingMorning[] = await db.query(
    `SELECT id, title, starts_on::text AS "startsOn", is_demonstration AS "isDemonstration" FROM event_copy
      WHERE type = 'FUNDING_MORNING' AND last_possible_on >= $1::date AND status <> 'CANCELLED'
      ORDER BY is_demonstration, starts_on, id LIMIT 1`,
    [parisDay(now)],
  );
  return found ?? null;
});

/** The words of an application, folded: what it is about and what it wants to pay for. */
export const wordsOfApplication = loadOne<{ id: string; folded: string }>(
  ({ db }, ids) =>
    db.query(
      `SELECT id, concat_ws(' ', folded, extensions.fold(funded_items)) AS folded FROM application WHERE id = ANY($1)`,
      [ids],
    ),
  ({ id }) => id,
);
