import type { EntityManager } from 'typeorm';
import { CLAIM_VERSION_SQL } from './claim-version.sql.ts';

export type ClaimMarked =
  | { readonly outcome: 'DONE'; readonly subject: string; readonly field: string }
  | { readonly outcome: 'UNKNOWN' }
  | { readonly outcome: 'CHANGED'; readonly currentVersion: number }
  | { readonly outcome: 'OF_ANOTHER'; readonly origin: string };

/**
 * Holds one claim of the observatory's own among those on its field. The claims of another subgraph are held there, since
 * it shows them too.
 */
export async function markClaimCurrent(
  tx: EntityManager,
  { id, reason, expectedVersion }: { id: string; reason: string; expectedVersion: number | null },
  now: Date,
): Promise<ClaimMarked> {
  // A statement on no row takes the lock of the change log, which every writer of claims takes before any row.
  await tx.query('UPDATE claim SET id = id WHERE false');
  const [claim]: { origin: string; subject: string; field: string; version: number }[] = await tx.query(
    `SELECT origin, subject, field, ${CLAIM_VERSION_SQL} AS version FROM claim WHERE id = $1`,
    [id],
  );
  if (claim === undefined) return { outcome: 'UNKNOWN' };
  const { origin, subject, field, version } = claim;
  if (origin !== 'observatory') return { outcome: 'OF_ANOTHER', origin };
  if (expectedVersion !== null && expectedVersion !== version) {
    return { outcome: 'CHANGED', currentVersion: version };
  }
  await tx.query(
    `INSERT INTO claim_decision (subject, field, claim_id, reason, decided_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (subject, field) DO UPDATE
       SET claim_id = excluded.claim_id, reason = excluded.reason, decided_at = excluded.decided_at,
           decisions = claim_decision.decisions + 1`,
    [subject, field, id, reason.trim(), now],
  );
  // The trigger on claims reads the decision.
  await tx.query('UPDATE claim SET current = (id = $3) WHERE subject = $1 AND field = $2', [
    subject,
    field,
    id,
  ]);
  return { outcome: 'DONE', subject, field };
}
