import { type Context, type UserError, ValidationError } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { LockedApplication } from '../application/lock-application.queries.ts';
import { formOfApplication, keepVersion, saveForm } from '../application-form/application-form.queries.ts';
import { copyToApplication } from '../application-form/copy-to-application.ts';
import { formWith } from '../application-form/form.schema.ts';
import { problemsOfReason } from '../attempt/reason.rules.ts';
import { checkWholeForm } from '../submission/check-whole-form.ts';
import type { AnswerInformationInput } from './answer-information.input.ts';
import { endPendingRequest } from './information-request.queries.ts';
import type { InstructApplicationPayload } from './instruct-application.payload.ts';
import { instructApplication } from './instruct-application.ts';

/** Answers a request for more: the corrected form, as complete as one that is filed, becomes the one that is judged. */
export function answerInformation(
  ctx: Context,
  input: AnswerInformationInput,
): Promise<typeof InstructApplicationPayload> {
  const message = input.message ?? null;
  return instructApplication(ctx, {
    operation: 'answerInformation',
    input,
    own: true,
    move: { action: 'ANSWER', reason: message?.trim() ?? null },
    problems: message === null ? [] : problemsOfReason(message, 'message'),
    write: (tx, application) => correct(tx, ctx, application, input),
  });
}

async function correct(
  tx: EntityManager,
  ctx: Context,
  application: LockedApplication,
  { form: sent }: AnswerInformationInput,
): Promise<UserError | undefined> {
  const { id } = application;
  const form = formWith(await formOfApplication(tx, id), sent ?? {});
  const { problems, judged } = await checkWholeForm({ ...ctx, db: tx }, application, form);
  if (problems.length > 0) return ValidationError.of(problems);
  await saveForm(tx, id, form, ctx.now);
  await copyToApplication(tx, application, form, judged);
  await keepVersion(tx, id, form, ctx.now);
  return endPendingRequest(tx, id, ctx.now);
}
