import type { EntityManager } from 'typeorm';
import { KEPT_DAYS, OPEN_HOURS, SENDING_MS } from './upload-limits.ts';

export type UploadRow = {
  id: string;
  owner: string;
  fileName: string;
  bytes: number;
  sha256: string;
  signatureHash: Buffer;
  expiresAt: Date;
  receivedAt: Date | null;
};

/** Where the content of an upload is kept. */
export const keyOfUpload = (id: string): string => `uploads/${id}`;

export async function findUpload(db: EntityManager, id: string): Promise<UploadRow | null> {
  const [row]: UploadRow[] = await db.query(
    `SELECT id, owner, file_name AS "fileName", bytes::float8 AS bytes, sha256, signature_hash AS "signatureHash",
            expires_at AS "expiresAt", received_at AS "receivedAt" FROM upload WHERE id = $1`,
    [id],
  );
  return row ?? null;
}

export async function openUploads(db: EntityManager, owner: string, now: Date): Promise<number> {
  const [row]: { count: number }[] = await db.query(
    'SELECT count(*)::int AS count FROM upload WHERE owner = $1 AND received_at IS NULL AND expires_at > $2',
    [owner, now],
  );
  return row?.count ?? 0;
}

type NewUpload = Pick<UploadRow, 'id' | 'owner' | 'fileName' | 'bytes' | 'sha256'> & { now: Date };

/** No signature opens it yet: see `signUpload`. */
export async function insertUpload(tx: EntityManager, upload: NewUpload): Promise<void> {
  const { id, owner, fileName, bytes, sha256, now } = upload;
  await tx.query(
    `INSERT INTO upload (id, owner, file_name, bytes, sha256, signature_hash, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, '', $6, $6::timestamptz + make_interval(hours => $7))`,
    [id, owner, fileName, bytes, sha256, now, OPEN_HOURS],
  );
}

/** Gives an upload a signature in place of the one it had. */
export async function signUpload(tx: EntityManager, id: string, signatureHash: Buffer): Promise<void> {
  await tx.query('UPDATE upload SET signature_hash = $2 WHERE id = $1', [id, signatureHash]);
}

/** Takes an upload for one sender; false when another one is sending, or it is received. */
export async function beginReceiving(db: EntityManager, id: string, now: Date): Promise<boolean> {
  const [, taken]: [unknown[], number] = await db.query(
    `UPDATE upload SET receiving_until = $2::timestamptz + make_interval(secs => $3)
      WHERE id = $1 AND received_at IS NULL AND (receiving_until IS NULL OR receiving_until <= $2)`,
    [id, now, SENDING_MS / 1_000],
  );
  return taken === 1;
}

/** The end of a sending: the content is there, or another may send it. */
export async function endReceiving(db: EntityManager, id: string, receivedAt: Date | null): Promise<void> {
  await db.query('UPDATE upload SET receiving_until = NULL, received_at = $2 WHERE id = $1', [
    id,
    receivedAt,
  ]);
}

/** Removes the rows of uploads that nobody sent or published in time; whose content is to be removed too. */
export async function deleteOldUploads(db: EntityManager, now: Date): Promise<string[]> {
  const [rows]: [{ id: string }[], number] = await db.query(
    `DELETE FROM upload WHERE created_at < $1::timestamptz - make_interval(days => $2)
        OR (received_at IS NULL AND expires_at < $1::timestamptz - interval '1 day')
      RETURNING id`,
    [now, KEPT_DAYS],
  );
  return rows.map(({ id }) => id);
}
