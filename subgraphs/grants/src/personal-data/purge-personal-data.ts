import { appendToJournal, type FileStorage } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { blankApplications, deleteDrafts } from './blank-applications.queries.ts';
import { applicationsDue } from './due.queries.ts';
import { PersonalDataPurpose } from './purpose.entity.ts';

/** What a purge takes out for one purpose, or would. */
export type PurgeReport = {
  readonly code: string;
  readonly label: string;
  readonly applications: number;
  readonly values: number;
  readonly files: number;
};

class Undone extends Error {}

/**
 * Takes out the personal data whose time is over, of all purposes in one transaction; a trial counts the same and leaves
 * all as it was. Files go once the transaction is committed: a process that dies in between leaves some, without a row that
 * leads to them, for `sweepFiles`.
 */
export async function purgePersonalData(
  { db, storage, now }: { db: EntityManager; storage: FileStorage; now: Date },
  { dryRun, requestId }: { dryRun: boolean; requestId: string },
): Promise<PurgeReport[]> {
  const reports: PurgeReport[] = [];
  const files: string[] = [];
  await db
    .transaction(async (tx) => {
      const purposes = await tx.find(PersonalDataPurpose, { order: { position: 'ASC' } });
      for (const { code, label, keptMonths } of purposes) {
        const due = await applicationsDue(tx, code, { now, keptMonths });
        const gone = code === 'DRAFTS' ? await deleteDrafts(tx, due) : await blankApplications(tx, due, now);
        files.push(...gone.files);
        reports.push({
          code,
          label,
          applications: due.length,
          values: gone.values,
          files: gone.files.length,
        });
      }
      if (dryRun) throw new Undone();
      for (const { code, applications, values, files: count } of reports) {
        if (applications === 0) continue;
        await appendToJournal(tx, {
          action: 'PERSONAL_DATA_PURGED',
          actorKind: 'service',
          actor: null,
          target: code,
          requestId,
          details: { applications, values, files: count },
        });
      }
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  if (!dryRun) for (const key of files) await storage.remove(key);
  return reports;
}
