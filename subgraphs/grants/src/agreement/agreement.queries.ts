import { loadOne } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { Application } from '../application/application.entity.ts';
import { APPLICATION_COLUMNS } from '../application/application.queries.ts';
import type { Agreement } from './agreement.type.ts';

const AGREEMENT = `
  SELECT application_id AS "applicationId", signed_on::text AS "signedOn", starts_on::text AS "startsOn",
         ends_on::text AS "endsOn", version
    FROM agreement`;

export const agreementOfApplication = loadOne<Agreement>(
  ({ db }, applicationIds) => db.query(`${AGREEMENT} WHERE application_id = ANY($1)`, [applicationIds]),
  ({ applicationId }) => applicationId,
);

/** An agreement, held by the lock of its application. */
export async function findAgreement(tx: EntityManager, applicationId: string): Promise<Agreement | null> {
  const [found]: Agreement[] = await tx.query(`${AGREEMENT} WHERE application_id = $1`, [applicationId]);
  return found ?? null;
}

/** An application as a write leaves it, for whoever was let write. */
export async function applicationAfter(tx: EntityManager, id: string): Promise<Application> {
  const [found]: Application[] = await tx.query(
    `SELECT ${APPLICATION_COLUMNS} FROM application a WHERE a.id = $1`,
    [id],
  );
  if (found === undefined) throw new Error(`${id} left while it was written`);
  return found;
}

export type PlannedInstalment = { cents: number; dueOn: string; afterReport?: string | null | undefined };

/** Adds instalments to an application, numbered from `first` on. */
export async function planInstalments(
  tx: EntityManager,
  applicationId: string,
  first: number,
  instalments: readonly PlannedInstalment[],
): Promise<void> {
  await tx.query(
    `INSERT INTO payment (id, application_id, number, cents, due_on, after_report)
     SELECT gen_random_uuid(), $1, $2 + position - 1, (each ->> 'cents')::bigint, (each ->> 'dueOn')::date,
            each ->> 'afterReport'
       FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS planned (each, position)`,
    [applicationId, first, JSON.stringify(instalments)],
  );
}
