import { ConflictError, type Context, type NotFoundError, UserError } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { type LockedApplication, lockApplication } from '../application/lock-application.queries.ts';
import type { Granted } from './granted.type.ts';

export type LockedAward = { application: LockedApplication; granted: Granted; reportCodes: string[] };

/** An application and its award, held until the transaction ends. What documents alone name has no award here. */
export async function lockAward(
  tx: EntityManager,
  ctx: Pick<Context, 'viewer'>,
  applicationId: string,
): Promise<LockedAward | NotFoundError | ConflictError> {
  const application = await lockApplication(tx, ctx, applicationId, { path: 'applicationId' });
  if (application instanceof UserError) return application;
  const [granted]: Granted[] = await tx.query(
    `SELECT cents::float8 AS cents, decided_on::text AS "decidedOn", terms FROM award WHERE application_id = $1`,
    [applicationId],
  );
  if (application.state !== 'AWARDED' || granted === undefined) {
    return Object.assign(
      ConflictError.of('Aucune subvention n’a été accordée ici à cette candidature.', application.version),
      { code: 'NOT_AWARDED' },
    );
  }
  const codes: { code: string }[] = await tx.query(
    'SELECT code FROM report_schedule WHERE call_id = $1 ORDER BY position',
    [application.callId],
  );
  return { application, granted, reportCodes: codes.map(({ code }) => code) };
}
