import { loadMany } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { Attachment } from './attachment.type.ts';
import type { AttachmentKind, AttachmentScan } from './attachment-kind.ts';
import { OPEN_HOURS, SENDING_MS } from './attachment-limits.ts';

export type AttachmentRow = Attachment & { applicationId: string; signatureHash: Buffer; expiresAt: Date };

const COLUMNS = `t.id, t.application_id AS "applicationId", t.kind, t.file_name AS "fileName", t.bytes, t.sha256,
  t.media_type AS "mediaType", t.scan, t.received_at AS "receivedAt"`;

/** Where the content of an attachment is kept. */
export const keyOfAttachment = (id: string): string => `attachments/${id}`;

/** The attachments of an application, those whose file is awaited included, in the order of their opening. */
export const attachmentsOf = loadMany<Attachment & { applicationId: string }>(
  ({ db }, applicationIds) =>
    db.query(
      `SELECT ${COLUMNS} FROM attachment t WHERE t.application_id = ANY($1) ORDER BY t.created_at, t.id`,
      [applicationIds],
    ),
  ({ applicationId }) => applicationId,
);

export async function findAttachment(db: EntityManager, id: string): Promise<AttachmentRow | null> {
  const [row]: AttachmentRow[] = await db.query(
    `SELECT ${COLUMNS}, t.signature_hash AS "signatureHash", t.expires_at AS "expiresAt" FROM attachment t
      WHERE t.id = $1`,
    [id],
  );
  return row ?? null;
}

export async function attachmentIdsOf(db: EntityManager, applicationId: string): Promise<string[]> {
  const rows: { id: string }[] = await db.query(
    'SELECT id FROM attachment WHERE application_id = $1 ORDER BY id',
    [applicationId],
  );
  return rows.map(({ id }) => id);
}

/** The kinds of attachment that were received, and that nothing was found in. */
export async function receivedKinds(db: EntityManager, applicationId: string): Promise<AttachmentKind[]> {
  const rows: { kind: AttachmentKind }[] = await db.query(
    `SELECT DISTINCT kind FROM attachment WHERE application_id = $1 AND scan <> 'INFECTED'`,
    [applicationId],
  );
  return rows.map(({ kind }) => kind);
}

/** How many attachments an application has; an address that nobody used in time no longer counts. */
export async function countAttachments(db: EntityManager, applicationId: string, now: Date): Promise<number> {
  const [row]: { count: number }[] = await db.query(
    `SELECT count(*)::int AS count FROM attachment
      WHERE application_id = $1 AND (received_at IS NOT NULL OR expires_at > $2)`,
    [applicationId, now],
  );
  return row?.count ?? 0;
}

type NewAttachment = Pick<AttachmentRow, 'id' | 'applicationId' | 'kind' | 'fileName' | 'bytes' | 'sha256'>;

/** No signature opens it yet: see `signAttachment`. */
export async function insertAttachment(
  tx: EntityManager,
  attachment: NewAttachment,
  now: Date,
): Promise<void> {
  const { id, applicationId, kind, fileName, bytes, sha256 } = attachment;
  await tx.query(
    `INSERT INTO attachment (id, application_id, kind, file_name, bytes, sha256, signature_hash, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, '', $7, $7::timestamptz + make_interval(hours => $8))`,
    [id, applicationId, kind, fileName, bytes, sha256, now, OPEN_HOURS],
  );
}

/** Gives an attachment a signature in place of the one it had. */
export async function signAttachment(tx: EntityManager, id: string, signatureHash: Buffer): Promise<void> {
  await tx.query('UPDATE attachment SET signature_hash = $2 WHERE id = $1', [id, signatureHash]);
}

/** Takes an attachment for one sender; false when another one is sending, or it is received. */
export async function beginReceiving(db: EntityManager, id: string, now: Date): Promise<boolean> {
  const [, taken]: [unknown[], number] = await db.query(
    `UPDATE attachment SET receiving_until = $2::timestamptz + make_interval(secs => $3)
      WHERE id = $1 AND received_at IS NULL AND (receiving_until IS NULL OR receiving_until <= $2)`,
    [id, now, SENDING_MS / 1_000],
  );
  return taken === 1;
}

export type Received = { at: Date; mediaType: string; scan: AttachmentScan };

/**
 * The end of a sending: the content is there, or another may send it. False when the application was filed or thrown
 * away meanwhile: what was judged has no file that came later.
 */
export async function endReceiving(
  db: EntityManager,
  id: string,
  received: Received | null,
): Promise<boolean> {
  const [, ended]: [unknown[], number] = await db.query(
    `UPDATE attachment t SET receiving_until = NULL, received_at = $2, media_type = $3, scan = $4
       FROM (SELECT a.id FROM application a JOIN attachment own ON own.application_id = a.id
              WHERE own.id = $1 AND ($2::timestamptz IS NULL OR a.state IN ('DRAFT', 'MORE_INFO_REQUESTED'))
                FOR SHARE OF a) held
      WHERE t.id = $1 AND t.application_id = held.id`,
    [id, received?.at ?? null, received?.mediaType ?? null, received?.scan ?? null],
  );
  return ended === 1;
}

/** Whether an attachment was there when its form was filed or corrected: an auditor finds it. */
export async function wasJudged(tx: EntityManager, id: string): Promise<boolean> {
  const [judged]: unknown[] = await tx.query(
    `SELECT 1 FROM attachment t JOIN application_form_version v ON v.application_id = t.application_id
      WHERE t.id = $1 AND t.received_at <= v.at`,
    [id],
  );
  return judged !== undefined;
}

export async function deleteAttachment(tx: EntityManager, id: string): Promise<void> {
  await tx.query('DELETE FROM attachment WHERE id = $1', [id]);
}

/** Removes the rows of attachments that nobody sent in time; whose content is to be removed too. */
export async function deleteForgotten(db: EntityManager, now: Date): Promise<string[]> {
  const [rows]: [{ id: string }[], number] = await db.query(
    `DELETE FROM attachment WHERE received_at IS NULL AND expires_at < $1::timestamptz - interval '1 day' RETURNING id`,
    [now],
  );
  return rows.map(({ id }) => id);
}
