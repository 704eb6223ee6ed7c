import type { EntityManager } from 'typeorm';
import type { Application } from '../application/application.entity.ts';
import { APPLICATION_COLUMNS } from '../application/application.queries.ts';

/** Applications as a transaction left them, in the order of their ids asked. */
export function decidedApplications(tx: EntityManager, ids: readonly string[]): Promise<Application[]> {
  return tx.query(
    `SELECT ${APPLICATION_COLUMNS} FROM application a WHERE a.id = ANY($1) ORDER BY array_position($1::text[], a.id)`,
    [ids],
  );
}

/** Who took the last step of an application; null when none is known. */
export async function lastActor(tx: EntityManager, applicationId: string): Promise<string | null> {
  const [last]: { actor: string }[] = await tx.query(
    'SELECT actor FROM application_transition WHERE application_id = $1 ORDER BY id DESC LIMIT 1',
    [applicationId],
  );
  return last?.actor ?? null;
}

export async function isPaid(tx: EntityManager, applicationId: string): Promise<boolean> {
  const paid: unknown[] = await tx.query(
    'SELECT FROM payment WHERE application_id = $1 AND paid_on IS NOT NULL LIMIT 1',
    [applicationId],
  );
  return paid.length > 0;
}
