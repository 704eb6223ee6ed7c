import { randomUUID } from 'node:crypto';
import {
  ConflictError,
  type Context,
  type NotFoundError,
  newSignature,
  routeUrl,
  ValidationError,
  writeOnce,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { lockWritableApplication } from '../application-form/lock-own-application.queries.ts';
import type { AddAttachmentInput } from './add-attachment.input.ts';
import { type AddAttachmentPayload, AddAttachmentSuccess } from './add-attachment.payload.ts';
import { countAttachments, findAttachment, insertAttachment, signAttachment } from './attachment.queries.ts';
import { MOST_ATTACHMENTS } from './attachment-limits.ts';
import { problemsOfAttachment } from './new-attachment.rules.ts';

/** Opens the sending of an attachment. Asked again, the same one has a new address: a signature is shown once. */
export function addAttachment(ctx: Context, input: AddAttachmentInput): Promise<typeof AddAttachmentPayload> {
  return writeOnce(
    ctx,
    'addAttachment',
    input,
    (tx) => open(tx, ctx, input),
    (tx, { id }) => signed(tx, ctx, id),
  );
}

async function open(
  tx: EntityManager,
  ctx: Context,
  { applicationId, kind, fileName, bytes, sha256 }: AddAttachmentInput,
): Promise<{ id: string } | NotFoundError | ConflictError | ValidationError> {
  const application = await lockWritableApplication(tx, ctx, applicationId, { path: 'applicationId' });
  if (!('state' in application)) return application;
  const problems = problemsOfAttachment({ fileName, bytes, sha256 });
  if (problems.length > 0) return ValidationError.of(problems);
  if ((await countAttachments(tx, applicationId, ctx.now)) >= MOST_ATTACHMENTS) {
    return Object.assign(
      ConflictError.of(`Un dossier a ${MOST_ATTACHMENTS} pièces jointes au plus : retirez-en une d’abord.`),
      { code: 'TOO_MANY_ATTACHMENTS' },
    );
  }
  const id = randomUUID();
  const row = { id, applicationId, kind, fileName, bytes, sha256: sha256.toLowerCase() };
  await insertAttachment(tx, row, ctx.now);
  return { id };
}

async function signed(
  tx: EntityManager,
  { publicUrl }: Context,
  id: string,
): Promise<AddAttachmentSuccess | ConflictError> {
  const attachment = await findAttachment(tx, id);
  if (attachment === null) {
    return ConflictError.of('Cette pièce n’est plus gardée : recommencez avec une autre clé de reprise.');
  }
  const { signature, hash } = newSignature();
  await signAttachment(tx, id, hash);
  return Object.assign(new AddAttachmentSuccess(), {
    attachment,
    uploadUrl: `${publicUrl}${routeUrl('grants', { path: `/attachments/${id}` })}?signature=${signature}`,
    expiresAt: attachment.expiresAt,
  });
}
