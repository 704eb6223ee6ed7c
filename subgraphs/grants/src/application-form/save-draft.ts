import {
  type ConflictError,
  type Context,
  type NotFoundError,
  type Problem,
  writeOnce,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { formOfApplication, saveForm } from './application-form.queries.ts';
import { applicationShown } from './application-shown.ts';
import { copyToApplication } from './copy-to-application.ts';
import { formWith } from './form.schema.ts';
import { judgeForm } from './judge-form.ts';
import { lockWritableApplication } from './lock-own-application.queries.ts';
import type { SaveDraftInput } from './save-draft.input.ts';
import { type SaveDraftPayload, SaveDraftSuccess } from './save-draft.payload.ts';

type Saved = { id: string; warnings: Problem[] };

/** Saves what somebody is writing. Nothing of it is lost for being wrong: it is told, and filing asks for better. */
export function saveDraft(ctx: Context, input: SaveDraftInput): Promise<typeof SaveDraftPayload> {
  return writeOnce(
    ctx,
    'saveDraft',
    input,
    (tx) => save(tx, ctx, input),
    async (tx, { id, warnings }) =>
      Object.assign(new SaveDraftSuccess(), { application: await applicationShown(tx, ctx, id), warnings }),
  );
}

async function save(
  tx: EntityManager,
  ctx: Context,
  { id, expectedVersion, form: sent }: SaveDraftInput,
): Promise<Saved | NotFoundError | ConflictError> {
  const application = await lockWritableApplication(tx, ctx, id, { expectedVersion, path: 'id' });
  if (!('state' in application)) return application;
  const form = formWith(await formOfApplication(tx, id), sent);
  const judged = await judgeForm({ ...ctx, db: tx }, application.callId, form);
  await saveForm(tx, id, form, ctx.now);
  // Corrections are read once they are sent: until then agents and jury have what was filed.
  if (application.state === 'DRAFT') await copyToApplication(tx, application, form, judged);
  await tx.query('UPDATE application SET version = version + 1, updated_at = $2 WHERE id = $1', [
    id,
    ctx.now,
  ]);
  return { id, warnings: [...judged.malformed, ...judged.failed] };
}
