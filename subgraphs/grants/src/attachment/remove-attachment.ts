import {
  appendToJournal,
  ConflictError,
  type Context,
  NotFoundError,
  writeOnce,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { lockWritableApplication } from '../application-form/lock-own-application.queries.ts';
import { authorOf } from '../attempt/author-of.ts';
import { deleteAttachment, findAttachment, keyOfAttachment, wasJudged } from './attachment.queries.ts';
import type { RemoveAttachmentInput } from './remove-attachment.input.ts';
import { type RemoveAttachmentPayload, RemoveAttachmentSuccess } from './remove-attachment.payload.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Removes an attachment, while the form may be written. */
export async function removeAttachment(
  ctx: Context,
  input: RemoveAttachmentInput,
): Promise<typeof RemoveAttachmentPayload> {
  const shown = await writeOnce(
    ctx,
    'removeAttachment',
    input,
    (tx) => remove(tx, ctx, input.id),
    (_tx, { id }) => Object.assign(new RemoveAttachmentSuccess(), { id }),
  );
  // After the commit: a file without its row is nobody's, a row without its file would be somebody's loss.
  if (shown instanceof RemoveAttachmentSuccess) await ctx.storage.remove(keyOfAttachment(shown.id));
  return shown;
}

async function remove(
  tx: EntityManager,
  ctx: Context,
  id: string,
): Promise<{ id: string } | NotFoundError | ConflictError> {
  const attachment = UUID.test(id) ? await findAttachment(tx, id) : null;
  if (attachment === null) return attachmentNotFound();
  const application = await lockWritableApplication(tx, ctx, attachment.applicationId, { path: 'id' });
  if (application instanceof NotFoundError) return attachmentNotFound();
  if (!('state' in application)) return application;
  if (await wasJudged(tx, id)) {
    return Object.assign(
      ConflictError.of(
        'Cette pièce a été déposée avec le dossier : elle ne se retire plus. Ajoutez-en une autre.',
      ),
      { code: 'ATTACHMENT_FILED', currentVersion: application.version },
    );
  }
  await deleteAttachment(tx, id);
  await appendToJournal(tx, {
    ...authorOf(ctx),
    action: 'ATTACHMENT_REMOVED',
    target: application.id,
    details: { kind: attachment.kind, sha256: attachment.sha256 },
  });
  return { id };
}

function attachmentNotFound(): NotFoundError {
  return Object.assign(new NotFoundError(), {
    code: 'ATTACHMENT_NOT_FOUND',
    message: 'Cette pièce n’existe pas, ou n’est pas la vôtre.',
    path: ['id'],
  });
}
