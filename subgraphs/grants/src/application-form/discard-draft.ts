import {
  appendToJournal,
  ConflictError,
  type Context,
  type NotFoundError,
  writeOnce,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { attachmentIdsOf, keyOfAttachment } from '../attachment/attachment.queries.ts';
import { authorOf } from '../attempt/author-of.ts';
import type { DiscardDraftInput } from './discard-draft.input.ts';
import { type DiscardDraftPayload, DiscardDraftSuccess } from './discard-draft.payload.ts';
import { lockOwnApplication } from './lock-own-application.queries.ts';

type Discarded = { id: string; attachments: string[] };

/** Throws a draft away, with its attachments. What was filed is withdrawn instead. */
export async function discardDraft(
  ctx: Context,
  input: DiscardDraftInput,
): Promise<typeof DiscardDraftPayload> {
  let files: string[] = [];
  const shown = await writeOnce(
    ctx,
    'discardDraft',
    input,
    (tx) => discard(tx, ctx, input),
    (_tx, { id, attachments }) => {
      files = attachments;
      return Object.assign(new DiscardDraftSuccess(), { id });
    },
  );
  // After the commit: a file that stays for want of power is nobody's, a row without its file is somebody's loss.
  for (const attachment of files) await ctx.storage.remove(keyOfAttachment(attachment));
  return shown;
}

async function discard(
  tx: EntityManager,
  ctx: Context,
  { id, expectedVersion }: DiscardDraftInput,
): Promise<Discarded | NotFoundError | ConflictError> {
  const application = await lockOwnApplication(tx, ctx, id, { expectedVersion, path: 'id' });
  if (!('state' in application)) return application;
  if (application.state !== 'DRAFT') {
    return Object.assign(
      ConflictError.of('Ce dossier est déposé : il se retire, il ne se jette plus.', application.version),
      { code: 'APPLICATION_NOT_A_DRAFT' },
    );
  }
  const attachments = await attachmentIdsOf(tx, id);
  await tx.query('DELETE FROM application WHERE id = $1', [id]);
  await appendToJournal(tx, {
    ...authorOf(ctx),
    action: 'DRAFT_DISCARDED',
    target: id,
    details: { attachments: attachments.length },
  });
  return { id, attachments };
}
