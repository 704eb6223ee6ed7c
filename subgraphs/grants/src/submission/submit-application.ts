import { randomUUID } from 'node:crypto';
import { type Context, routeUrl, UserError, ValidationError, writeOnce } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { LockedApplication } from '../application/lock-application.queries.ts';
import { formOfApplication, keepVersion } from '../application-form/application-form.queries.ts';
import { applicationShown } from '../application-form/application-shown.ts';
import { copyToApplication } from '../application-form/copy-to-application.ts';
import { lockOwnApplication } from '../application-form/lock-own-application.queries.ts';
import { moveApplication, refusalOfAction } from '../workflow/move-application.ts';
import { refusalOfCall } from './call-window.queries.ts';
import { checkWholeForm } from './check-whole-form.ts';
import { giveNumber, insertSubmission } from './submission.queries.ts';
import type { SubmitApplicationInput } from './submit-application.input.ts';
import { type SubmitApplicationPayload, SubmitApplicationSuccess } from './submit-application.payload.ts';

type Filed = { id: string; receiptId: string };
type Refused = Exclude<typeof SubmitApplicationPayload, SubmitApplicationSuccess>;

/** Files a draft: once, before the deadline, complete. It then has a number in its call and a receipt. */
export function submitApplication(
  ctx: Context,
  input: SubmitApplicationInput,
): Promise<typeof SubmitApplicationPayload> {
  return writeOnce(
    ctx,
    'submitApplication',
    input,
    (tx) => submit(tx, ctx, input),
    async (tx, { id, receiptId }) =>
      Object.assign(new SubmitApplicationSuccess(), {
        application: await applicationShown(tx, ctx, id),
        receiptUrl: `${ctx.publicUrl}${routeUrl('grants', { path: `/receipts/${receiptId}` })}`,
      }),
  );
}

async function submit(
  tx: EntityManager,
  ctx: Context,
  { draftId, expectedVersion }: SubmitApplicationInput,
): Promise<Filed | Refused> {
  const draft = await lockOwnApplication(tx, ctx, draftId, { expectedVersion, path: 'draftId' });
  if (!('state' in draft)) return draft;
  const judged = await refusalOfAction(tx, ctx, draft, 'SUBMIT');
  if ('refusal' in judged) return judged.refusal;
  // From here on the numbers of the call are given by this transaction alone.
  const closed = await refusalOfCall(tx, ctx, draft.callId, { lock: true });
  return closed ?? (await file(tx, ctx, draft));
}

async function file(tx: EntityManager, ctx: Context, draft: LockedApplication): Promise<Filed | Refused> {
  const form = await formOfApplication(tx, draft.id);
  const { problems, judged } = await checkWholeForm({ ...ctx, db: tx }, draft, form);
  if (problems.length > 0) return ValidationError.of(problems);
  await copyToApplication(tx, draft, form, judged);
  const sha256 = await keepVersion(tx, draft.id, form, ctx.now);
  const number = await giveNumber(tx, draft, ctx.now);
  const receiptId = randomUUID();
  const { verdict, rulesVersion, toCheck } = judged;
  await insertSubmission(tx, {
    ...{ applicationId: draft.id, receiptId, number, at: ctx.now, sha256 },
    ...{ verdict, rulesVersion, toCheck },
  });
  const moved = await moveApplication(tx, ctx, draft, {
    action: 'SUBMIT',
    details: { number, form: sha256, verdict },
  });
  return moved instanceof UserError ? moved : { id: draft.id, receiptId };
}
