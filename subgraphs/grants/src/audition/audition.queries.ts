import { loadMany, loadOne } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { AuditionSlot } from './audition-slot.type.ts';

const COLUMNS = `s.id, s.call_id AS "callId", s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.place,
  s.application_id AS "applicationId"`;

/** The slots of calls, in their order. */
export const slotsOfCall = loadMany<AuditionSlot>(
  ({ db }, callIds) =>
    db.query(
      `SELECT ${COLUMNS} FROM audition_slot s WHERE s.call_id = ANY($1) ORDER BY s.starts_at, s.place, s.id`,
      [callIds],
    ),
  ({ callId }) => callId,
);

/** The slot that an application has. */
export const slotOfApplication = loadOne<AuditionSlot & { applicationId: string }>(
  ({ db }, applicationIds) =>
    db.query(`SELECT ${COLUMNS} FROM audition_slot s WHERE s.application_id = ANY($1)`, [applicationIds]),
  ({ applicationId }) => applicationId,
);

/** Slots as a transaction left them, in their order. */
export function slotsByIds(tx: EntityManager, ids: readonly string[]): Promise<AuditionSlot[]> {
  return tx.query(
    `SELECT ${COLUMNS} FROM audition_slot s WHERE s.id = ANY($1) ORDER BY s.starts_at, s.place, s.id`,
    [ids],
  );
}

/** A slot, held until the transaction ends; null when there is none. */
export async function lockSlot(tx: EntityManager, id: string): Promise<AuditionSlot | null> {
  const [slot]: AuditionSlot[] = await tx.query(
    `SELECT ${COLUMNS} FROM audition_slot s WHERE s.id::text = $1 FOR UPDATE`,
    [id],
  );
  return slot ?? null;
}
