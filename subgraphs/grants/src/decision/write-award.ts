import { type ConflictError, type Context, type PermissionError, parisDay } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { LockedApplication } from '../application/lock-application.queries.ts';
import { moveApplication } from '../workflow/move-application.ts';
import type { AwardInput } from './decision.input.ts';

/** Writes an award that was judged, with the row of its call held. */
export async function writeAward(
  tx: EntityManager,
  ctx: Context,
  application: LockedApplication,
  { cents, terms, publicInfo = null, fundedItems = null }: AwardInput,
): Promise<LockedApplication | PermissionError | ConflictError> {
  await tx.query(
    `UPDATE application SET public_info = coalesce($2::text, public_info), funded_items = coalesce($3::text, funded_items)
      WHERE id = $1 AND ($2::text IS NOT NULL OR $3::text IS NOT NULL)`,
    [application.id, publicInfo?.trim() || null, fundedItems?.trim() || null],
  );
  await tx.query(
    `WITH numbered AS (
       INSERT INTO award_number AS known (call_id, last) VALUES ($2::text, 1)
       ON CONFLICT (call_id) DO UPDATE SET last = known.last + 1 RETURNING last)
     INSERT INTO award (application_id, call_id, cents, reference, decided_on, decided_at, decided_by, terms)
     SELECT $1, $2::text, $3::bigint, 'PROGRESS-' || substr($2::text, 6) || '-' || lpad(last::text, greatest(3, length(last::text)), '0'), $4::date, $5::timestamptz, $6, $7
       FROM numbered`,
    [application.id, application.callId, cents, parisDay(ctx.now), ctx.now, ctx.viewer.subject, terms],
  );
  return moveApplication(tx, ctx, application, { action: 'AWARD', awardedCents: cents, details: { cents } });
}
