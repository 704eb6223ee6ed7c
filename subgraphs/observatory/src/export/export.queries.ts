import type { EntityManager } from 'typeorm';
import { SECRETS_SQL } from './dataset-state.queries.ts';
import type { PlannedFile } from './export-file.ts';
import { ExportJob } from './export-job.entity.ts';

/** How long a file is kept once it is made, and its row after that. */
export const KEPT_DAYS = 7;
const REMEMBERED_DAYS = 90;

/** Where the file of an export is kept. */
export const keyOfExport = (id: string): string => `exports/${id}`;

/** The name that a file is saved under, from the address that made it. */
export function fileNameOf({ query }: Pick<ExportJob, 'query'>): string {
  return /^\/datasets\/([^?]+)/.exec(query)?.[1] ?? 'export';
}

/**
 * An export as it stands at `now`; null when there is none. Its file is expired once it is old, or once a cell was hidden
 * that it may show: a secret is a secret in every file.
 */
export async function findExport(db: EntityManager, id: string, now: Date): Promise<ExportJob | null> {
  const [row]: ExportJob[] = await db.query(
    `SELECT e.id, e.owner, e.dataset_code AS "datasetCode", e.query, e.created_at AS "createdAt",
            CASE WHEN e.status = 'DONE' AND (e.expires_at <= $2 OR e.secrets <> ${SECRETS_SQL}) THEN 'EXPIRED'
                 ELSE e.status END AS status,
            e.row_count AS "rowCount", e.bytes, e.sha256, e.secrets, e.expires_at AS "expiresAt"
       FROM export_job e JOIN dataset d ON d.code = e.dataset_code WHERE e.id = $1`,
    [id, now],
  );
  return row === undefined ? null : Object.assign(new ExportJob(), row);
}

export async function unfinishedExports(db: EntityManager, owner: string): Promise<number> {
  const [row]: { count: number }[] = await db.query(
    `SELECT count(*)::int AS count FROM export_job WHERE owner = $1 AND status IN ('PENDING', 'RUNNING')`,
    [owner],
  );
  return row?.count ?? 0;
}

export async function insertExport(
  tx: EntityManager,
  { id, owner, now, plan }: { id: string; owner: string; now: Date; plan: PlannedFile },
): Promise<void> {
  await tx.query(
    `INSERT INTO export_job (id, owner, dataset_code, query, created_at, status) VALUES ($1, $2, $3, $4, $5, 'PENDING')`,
    [id, owner, plan.query.datasetCode, plan.address, now],
  );
}

/** The query of an export that is now being made; null when it is made already, or is no more. */
export async function startExport(db: EntityManager, id: string): Promise<string | null> {
  const [rows]: [{ query: string }[], number] = await db.query(
    `UPDATE export_job SET status = 'RUNNING' WHERE id = $1 AND status IN ('PENDING', 'RUNNING') RETURNING query`,
    [id],
  );
  return rows[0]?.query ?? null;
}

export async function finishExport(
  db: EntityManager,
  id: string,
  file: { rowCount: number; bytes: number; sha256: string; secrets: string; now: Date },
): Promise<void> {
  await db.query(
    `UPDATE export_job SET status = 'DONE', row_count = $2, bytes = $3, sha256 = $4, secrets = $5,
            expires_at = $6::timestamptz + make_interval(days => $7)
      WHERE id = $1 AND status = 'RUNNING'`,
    [id, file.rowCount, file.bytes, file.sha256, file.secrets, file.now, KEPT_DAYS],
  );
}

export async function failExport(db: EntityManager, id: string): Promise<void> {
  await db.query(
    `UPDATE export_job SET status = 'FAILED' WHERE id = $1 AND status IN ('PENDING', 'RUNNING')`,
    [id],
  );
}

/** Exports whose file is to go. Their rows say so from then on; the oldest rows go too. */
export async function expireExports(db: EntityManager, now: Date): Promise<string[]> {
  await db.query(
    `DELETE FROM export_job WHERE created_at < $1::timestamptz - make_interval(days => $2) AND status <> 'DONE'`,
    [now, REMEMBERED_DAYS],
  );
  const [rows]: [{ id: string }[], number] = await db.query(
    `UPDATE export_job e SET status = 'EXPIRED' FROM dataset d
      WHERE d.code = e.dataset_code AND e.status = 'DONE' AND (e.expires_at <= $1 OR e.secrets <> ${SECRETS_SQL})
      RETURNING e.id`,
    [now],
  );
  return rows.map(({ id }) => id);
}
