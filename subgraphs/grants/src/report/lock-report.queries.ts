import { ConflictError, type Context, NotFoundError, UserError } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { type LockedAward, lockAward } from '../agreement/lock-award.queries.ts';
import { findReport, type StoredReport } from './report.queries.ts';

export type LockedReport = LockedAward & { report: StoredReport | null };

/** A report that the edition asks for, in the version that whoever writes has read, held until the transaction ends. */
export async function lockReport(
  tx: EntityManager,
  ctx: Pick<Context, 'viewer'>,
  { applicationId, code, expectedVersion }: { applicationId: string; code: string; expectedVersion: number },
): Promise<LockedReport | NotFoundError | ConflictError> {
  const found = await lockAward(tx, ctx, applicationId);
  if (found instanceof UserError) return found;
  if (!found.reportCodes.includes(code)) {
    return Object.assign(new NotFoundError(), {
      code: 'REPORT_NOT_FOUND',
      message: 'L’édition ne demande pas ce compte rendu.',
      path: ['code'],
    });
  }
  const report = await findReport(tx, applicationId, code);
  const version = report?.version ?? 0;
  if (version !== expectedVersion) {
    return ConflictError.of(
      'Ce compte rendu a changé entre-temps : relisez-le avant de recommencer.',
      version,
    );
  }
  return { ...found, report };
}
