import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { lockedStandings } from './lock-register.ts';
import { type RegisterRefusal, refusalOfMerge } from './organization-merge.rules.ts';

export type MergeRequest = {
  readonly keep: string;
  readonly merge: string;
  readonly reason: string;
  readonly expectedVersion: number | null;
};

/**
 * Makes one organisation, with all that was merged into it before, lead to another. No row of either changes hands: each
 * keeps the organisation that its source speaks of, and is read under the kept one. Null when done.
 */
export async function mergeOrganizations(
  tx: EntityManager,
  { keep, merge, reason, expectedVersion }: MergeRequest,
  now: Date,
): Promise<RegisterRefusal | null> {
  const [kept, merged] = await lockedStandings(tx, [keep, merge] as const);
  const refusal = refusalOfMerge(kept, merged, expectedVersion);
  if (refusal !== null) return refusal;
  await tx.query(
    `UPDATE organization
        SET merged_into = CASE WHEN id = $2 THEN $1 ELSE merged_into END, current_id = $1,
            merge_depth = merge_depth + 1, into_depth = CASE WHEN id = $2 THEN 0 ELSE into_depth + 1 END
      WHERE current_id = $2`,
    [keep, merge],
  );
  await tx.query(
    'INSERT INTO organization_merge (id, organization_id, into_id, reason, merged_at) VALUES ($1, $2, $3, $4, $5)',
    [randomUUID(), merge, keep, reason.trim(), now],
  );
  return null;
}
