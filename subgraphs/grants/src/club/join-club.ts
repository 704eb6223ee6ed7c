import { appendToJournal, ConflictError, type Context, parisDay, writeOnce } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { authorOf } from '../attempt/author-of.ts';
import type { JoinClubInput } from './club.input.ts';
import { type JoinClubPayload, JoinClubSuccess } from './club.payload.ts';
import { standsInClub } from './club.queries.ts';
import { refusalOfStranger } from './refusal-of-stranger.ts';

/** Writes a laureate in the club; one that left may come back. */
export function joinClub(ctx: Context, input: JoinClubInput): Promise<typeof JoinClubPayload> {
  return writeOnce(
    ctx,
    'joinClub',
    input,
    (tx) => join(tx, ctx, input),
    (_tx, organization) => Object.assign(new JoinClubSuccess(), { organization }),
  );
}

async function join(tx: EntityManager, ctx: Context, { organizationId }: JoinClubInput) {
  const refusal = await refusalOfStranger(tx, ctx, organizationId);
  if (refusal !== null) return refusal;
  const { isMember, isLaureate } = await standsInClub(tx, organizationId);
  if (isMember) {
    return Object.assign(ConflictError.of('Cette structure est déjà membre du Club.'), {
      code: 'ALREADY_MEMBER',
    });
  }
  if (!isLaureate) {
    return Object.assign(ConflictError.of('Le Club réunit des lauréats : cette structure n’en est pas.'), {
      code: 'NOT_A_LAUREATE',
    });
  }
  await tx.query(
    `INSERT INTO club_member (organization_id, since, source_ids, recorded_by) VALUES ($1, $2, '{}', $3)
     ON CONFLICT (organization_id) DO UPDATE
       SET since = excluded.since, left_on = NULL, recorded_by = excluded.recorded_by`,
    [organizationId, parisDay(ctx.now), ctx.viewer.subject],
  );
  await appendToJournal(tx, { ...authorOf(ctx), action: 'CLUB_JOINED', target: organizationId, details: {} });
  return { id: organizationId };
}
