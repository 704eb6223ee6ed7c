import { appendToJournal, ConflictError, type Context, parisDay, writeOnce } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { authorOf } from '../attempt/author-of.ts';
import type { LeaveClubInput } from './club.input.ts';
import { type LeaveClubPayload, LeaveClubSuccess } from './club.payload.ts';
import { standsInClub } from './club.queries.ts';
import { refusalOfStranger } from './refusal-of-stranger.ts';

/** Writes a member out of the club, whatever made it one. */
export function leaveClub(ctx: Context, input: LeaveClubInput): Promise<typeof LeaveClubPayload> {
  return writeOnce(
    ctx,
    'leaveClub',
    input,
    (tx) => leave(tx, ctx, input),
    (_tx, organization) => Object.assign(new LeaveClubSuccess(), { organization }),
  );
}

async function leave(tx: EntityManager, ctx: Context, { organizationId }: LeaveClubInput) {
  const refusal = await refusalOfStranger(tx, ctx, organizationId);
  if (refusal !== null) return refusal;
  if (!(await standsInClub(tx, organizationId)).isMember) {
    return Object.assign(ConflictError.of('Cette structure n’est pas membre du Club.'), {
      code: 'NOT_A_MEMBER',
    });
  }
  await tx.query(
    `INSERT INTO club_member (organization_id, source_ids, left_on, recorded_by) VALUES ($1, '{}', $2, $3)
     ON CONFLICT (organization_id) DO UPDATE SET left_on = excluded.left_on, recorded_by = excluded.recorded_by`,
    [organizationId, parisDay(ctx.now), ctx.viewer.subject],
  );
  await appendToJournal(tx, { ...authorOf(ctx), action: 'CLUB_LEFT', target: organizationId, details: {} });
  return { id: organizationId };
}
