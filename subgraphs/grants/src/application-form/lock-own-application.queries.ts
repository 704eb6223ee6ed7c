import { knownUnder } from '@graphess/reference';
import { ConflictError, type Context, type NotFoundError, type Viewer } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { ApplicationState } from '../application/application.state.ts';
import {
  applicationNotFound,
  type LockedApplication,
  lockApplication,
} from '../application/lock-application.queries.ts';

/**
 * An application of the structure that whoever asks acts for, held until the transaction ends. Another role may show
 * somebody the applications of others: they do not write them.
 */
export async function lockOwnApplication(
  tx: EntityManager,
  ctx: Context,
  id: string,
  options: { expectedVersion?: number | null; path: string },
): Promise<LockedApplication | NotFoundError | ConflictError> {
  return (await isOwnApplication(tx, ctx.viewer, id))
    ? lockApplication(tx, ctx, id, options)
    : applicationNotFound(options.path);
}

/** Whether an application is one of the structure that somebody applies for. */
export async function isOwnApplication(
  db: EntityManager,
  { roles, organization }: Pick<Viewer, 'roles' | 'organization'>,
  id: string,
): Promise<boolean> {
  if (organization === null || !roles.includes('applicant')) return false;
  const [own]: unknown[] = await db.query(
    `SELECT 1 FROM application a JOIN (${knownUnder('$2')}) known ON known.id = a.organization_id WHERE a.id = $1`,
    [id, [organization]],
  );
  return own !== undefined;
}

const WRITABLE: readonly ApplicationState[] = ['DRAFT', 'MORE_INFO_REQUESTED'];

/** The same, while its form may be written: a draft, or corrections that the Département asked for. */
export async function lockWritableApplication(
  tx: EntityManager,
  ctx: Context,
  id: string,
  options: { expectedVersion?: number | null; path: string },
): Promise<LockedApplication | NotFoundError | ConflictError> {
  const found = await lockOwnApplication(tx, ctx, id, options);
  if (!('state' in found) || WRITABLE.includes(found.state)) return found;
  return Object.assign(
    ConflictError.of('Ce dossier est déposé : il ne se modifie plus, sauf à la demande du Département.'),
    { code: 'APPLICATION_NOT_WRITABLE', currentVersion: found.version },
  );
}
