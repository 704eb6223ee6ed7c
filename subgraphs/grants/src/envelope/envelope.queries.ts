import type { EntityManager } from 'typeorm';
import type { EnvelopeState } from './envelope-state.ts';

/**
 * The money of an edition, held until the transaction ends: between reading what remains and writing an award, nobody
 * takes of it. Hold the applications first, then this.
 */
export async function lockEnvelope(tx: EntityManager, callId: string): Promise<EnvelopeState> {
  const [found]: EnvelopeState[] = await tx.query(
    `SELECT envelope_total_cents::float8 AS "totalCents", max_per_project_cents::float8 AS "maxPerProjectCents",
            committed_cents::float8 AS "committedCents"
       FROM call WHERE id = $1 FOR NO KEY UPDATE`,
    [callId],
  );
  if (found === undefined) throw new TypeError('An application without a call');
  return found;
}
