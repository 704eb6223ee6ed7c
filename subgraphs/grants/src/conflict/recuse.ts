import { appendToJournal, type Context } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { authorOf } from '../attempt/author-of.ts';
import type { LockedAssignment } from '../review/review-assignment.queries.ts';
import type { ConflictKind } from './conflict.kind.ts';

/**
 * Sets a reviewer aside for good. What they had noted leaves with them: the keys of the database let no recused reviewer
 * have scores. Call it last in a transaction: the journal has one writer at a time.
 */
export async function recuse(
  tx: EntityManager,
  ctx: Context,
  assignment: LockedAssignment,
  recusal: { kind: ConflictKind; reason: string | null; by: 'DECLARATION' | 'AGENT' | 'GRAPH' },
): Promise<void> {
  const gone: { submitted: boolean }[] = await tx.query(
    `WITH gone AS (DELETE FROM review WHERE assignment_id = $1 RETURNING submitted_at IS NOT NULL AS submitted)
     SELECT * FROM gone`,
    [assignment.id],
  );
  await tx.query(
    `UPDATE review_assignment
        SET recused_at = $2, recusal_kind = $3, recusal_reason = $4, version = version + 1 WHERE id = $1`,
    [assignment.id, ctx.now, recusal.kind, recusal.reason],
  );
  await appendToJournal(tx, {
    ...authorOf(ctx),
    action: 'REVIEWER_RECUSED',
    target: assignment.applicationId,
    details: {
      assignment: assignment.id,
      kind: recusal.kind,
      by: recusal.by,
      discardedReview: gone.some(({ submitted }) => submitted),
    },
  });
}
