import type { EntityManager } from 'typeorm';
import { lockedStandings } from './lock-register.ts';
import { type RegisterRefusal, refusalOfUnmerge } from './organization-merge.rules.ts';

export type UnmergeRequest = {
  readonly organization: string;
  readonly reason: string;
  readonly expectedVersion?: number | null | undefined;
};
export type Unmerged = { readonly kept: string };

/**
 * Takes an organisation out of the one that it was merged into, with those that were merged into it. The register is then
 * what it would be without that merge, whatever came between.
 */
export async function unmergeOrganizations(
  tx: EntityManager,
  { organization, reason, expectedVersion = null }: UnmergeRequest,
  now: Date,
): Promise<RegisterRefusal | Unmerged> {
  const [standing] = await lockedStandings(tx, [organization] as const);
  const [kept] = standing === null ? [null] : await lockedStandings(tx, [standing.currentId] as const);
  const refusal = refusalOfUnmerge(standing, kept?.version ?? null, expectedVersion);
  if (refusal !== null) return refusal;
  await tx.query(
    `WITH RECURSIVE own AS (
       SELECT id, merge_depth AS steps FROM organization WHERE id = $1
       UNION ALL
       SELECT o.id, own.steps FROM organization o JOIN own ON o.merged_into = own.id)
     UPDATE organization o
        SET merged_into = CASE WHEN o.id = $1 THEN NULL ELSE o.merged_into END, current_id = $1,
            merge_depth = o.merge_depth - own.steps,
            into_depth = CASE WHEN o.id = $1 THEN NULL ELSE o.into_depth - own.steps END
       FROM own WHERE own.id = o.id`,
    [organization],
  );
  const ended: { into_id: string }[] = await tx.query(
    `WITH ended AS (
       UPDATE organization_merge SET undone_at = $2, undone_reason = $3
        WHERE organization_id = $1 AND undone_at IS NULL RETURNING into_id)
     SELECT into_id FROM ended`,
    [organization, now, reason.trim()],
  );
  return { kept: standing?.currentId ?? ended[0]?.into_id ?? organization };
}
