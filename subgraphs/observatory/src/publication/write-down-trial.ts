import { slugify } from '@graphess/identifiers';
import { appendToJournal } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { PublishFileRequest, PublishFileResult } from './publish-file.ts';

/** What leaves nothing told something all the same: whoever tried it, and how often, can be found. */
export async function writeDownTrial(
  db: EntityManager,
  { datasetCode, label, dryRun, fileHash, actor }: PublishFileRequest,
  result: PublishFileResult,
): Promise<void> {
  if (result.kind === 'UNKNOWN_DATASET') return;
  const counts =
    result.kind === 'PUBLISHED'
      ? { inserted: result.inserted, revised: result.revised, deleted: result.deleted }
      : {};
  const problems = result.kind === 'REJECTED' ? { problems: result.problemCount } : {};
  await appendToJournal(db, {
    action: dryRun ? 'VINTAGE_TRIED' : 'VINTAGE_REFUSED',
    actorKind: actor.kind,
    actor: actor.subject,
    target: `DS:${datasetCode}/${slugify(label)}`,
    requestId: actor.requestId,
    details: { outcome: result.kind, ...counts, ...problems, file: fileHash() },
  });
}
