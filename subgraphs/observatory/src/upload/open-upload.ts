import type { Readable } from 'node:stream';
import type { FileStorage, Viewer } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { isUuid } from '../attempt/uuid.rules.ts';
import { findUpload, keyOfUpload } from './upload.queries.ts';

export type OpenedUpload = { stream: Readable; fileName: string; sha256: string; bytes: number };

/**
 * The content that somebody uploaded; null when there is no such upload, when it is another's, or when it is not wholly
 * there. Whoever opens it reads its stream or destroys it.
 */
export async function openUpload(
  { db, storage }: { db: EntityManager; storage: FileStorage },
  id: string,
  viewer: Pick<Viewer, 'subject'>,
): Promise<OpenedUpload | null> {
  const upload = isUuid(id) ? await findUpload(db, id) : null;
  if (upload === null || upload.owner !== viewer.subject || upload.receivedAt === null) return null;
  const stream = await storage.open(keyOfUpload(id));
  const { fileName, sha256, bytes } = upload;
  return stream === null ? null : { stream, fileName, sha256, bytes };
}
