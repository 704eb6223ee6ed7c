import type { EntityManager } from 'typeorm';
import { Publication, type PublicationOutcome, type PublicationStage } from './publication.entity.ts';

export type AskedPublication = Pick<
  Publication,
  | 'id'
  | 'datasetCode'
  | 'label'
  | 'geographyDate'
  | 'uploadId'
  | 'isDryRun'
  | 'reason'
  | 'actorKind'
  | 'actor'
  | 'requestId'
> & { now: Date };

export async function insertPublication(tx: EntityManager, asked: AskedPublication): Promise<void> {
  const { id, datasetCode, label, geographyDate, uploadId, isDryRun, reason, now } = asked;
  await tx.query(
    `INSERT INTO publication (id, dataset_code, label, geography_date, upload_id, is_dry_run, reason, actor_kind, actor,
                              request_id, status, asked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'PENDING', $11)`,
    [
      id,
      datasetCode,
      label,
      geographyDate,
      uploadId,
      isDryRun,
      reason,
      asked.actorKind,
      asked.actor,
      asked.requestId,
      now,
    ],
  );
}

/**
 * How many publications an actor asked of a dataset since an instant that left nothing: trials, refusals, and those whose
 * end is not known yet. Others of the same actor and dataset wait until the transaction ends.
 */
export async function triesSince(
  tx: EntityManager,
  { actor, datasetCode, since }: { actor: string; datasetCode: string; since: Date },
): Promise<number> {
  await tx.query(
    `SELECT pg_advisory_xact_lock(hashtext(current_schema || '.publication_tries'), hashtext($1 || ' ' || $2))`,
    [actor, datasetCode],
  );
  const [row]: { count: number }[] = await tx.query(
    `SELECT count(*)::int AS count FROM publication
      WHERE actor = $1 AND dataset_code = $2 AND asked_at > $3
        AND (is_dry_run OR status <> 'DONE' OR result->>'kind' <> 'PUBLISHED')`,
    [actor, datasetCode, since],
  );
  return row?.count ?? 0;
}

export function findPublication(db: EntityManager, id: string): Promise<Publication | null> {
  return db.createQueryBuilder(Publication, 'p').where('p.id = :id', { id }).getOne();
}

/** The publication to make, null when it was made or given up. A run whose process died starts over. */
export async function startPublication(db: EntityManager, id: string): Promise<Publication | null> {
  await db.query(
    `UPDATE publication SET status = 'RUNNING', stage = NULL, progress = NULL
      WHERE id = $1 AND status IN ('PENDING', 'RUNNING')`,
    [id],
  );
  const found = await findPublication(db, id);
  return found?.status === 'RUNNING' ? found : null;
}

export async function tellProgress(
  db: EntityManager,
  id: string,
  stage: PublicationStage,
  progress: number | null,
): Promise<void> {
  await db.query(`UPDATE publication SET stage = $2, progress = $3 WHERE id = $1 AND status = 'RUNNING'`, [
    id,
    stage,
    progress,
  ]);
}

/** Keeps what a publication came to; in its own transaction when it leaves a vintage. */
export async function finishPublication(
  db: EntityManager,
  id: string,
  result: PublicationOutcome,
  now: Date,
): Promise<void> {
  await db.query(
    `UPDATE publication SET status = 'DONE', stage = NULL, progress = NULL, result = $2::jsonb, ended_at = $3 WHERE id = $1`,
    [id, JSON.stringify(result), now],
  );
}

export async function failPublication(db: EntityManager, id: string, now: Date): Promise<void> {
  await db.query(
    `UPDATE publication SET status = 'FAILED', stage = NULL, progress = NULL, ended_at = $2
      WHERE id = $1 AND status IN ('PENDING', 'RUNNING')`,
    [id, now],
  );
}
