import { parseId } from '@graphess/identifiers';
import { knownUnder } from '@graphess/reference';
import { ConflictError, type Context, NotFoundError } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { Application } from './application.entity.ts';
import { APPLICATION_COLUMNS } from './application.queries.ts';
import { visibleParameters, visibleSql } from './visible-applications.queries.ts';

/** With whether it is one of the structure that whoever holds it acts for. */
export type LockedApplication = Omit<Application, 'folded'> & { readonly isOwn: boolean };

/**
 * An application as whoever asks may see it, held until the transaction ends, so that two tabs do not decide of it at
 * once. What they may not see does not exist for them. With `expectedVersion`, an application that changed is a conflict.
 */
export async function lockApplication(
  tx: EntityManager,
  { viewer }: Pick<Context, 'viewer'>,
  id: string,
  { expectedVersion = null, path }: { expectedVersion?: number | null; path: string },
): Promise<LockedApplication | NotFoundError | ConflictError> {
  const [found]: LockedApplication[] =
    parseId(id)?.prefix === 'APP'
      ? await tx.query(
          `SELECT ${APPLICATION_COLUMNS},
                  a.organization_id IN (SELECT known.id FROM (${knownUnder('$5')}) known) AS "isOwn"
             FROM application a WHERE a.id = $1 AND ${visibleSql(2)} FOR UPDATE OF a`,
          [id, ...visibleParameters(viewer)],
        )
      : [];
  if (found === undefined) return applicationNotFound(path);
  if (expectedVersion !== null && found.version !== expectedVersion) {
    return ConflictError.of(
      'Cette candidature a changé entre-temps : relisez-la avant de recommencer.',
      found.version,
    );
  }
  return found;
}

export function applicationNotFound(path: string): NotFoundError {
  return Object.assign(new NotFoundError(), {
    code: 'APPLICATION_NOT_FOUND',
    message: 'Cette candidature n’existe pas, ou n’est pas la vôtre.',
    path: [path],
  });
}
