import { type Context, type Problem, problem } from '@graphess/subgraph-kit';
import type { ApplicationForm } from '../application-form/application-form.type.ts';
import { missingFrom } from '../application-form/completeness.rules.ts';
import { type JudgedForm, judgeForm } from '../application-form/judge-form.ts';
import { receivedKinds } from '../attachment/attachment.queries.ts';
import { ATTACHMENT_LABELS, REQUIRED_ATTACHMENTS } from '../attachment/attachment-kind.ts';

/** Everything that stands in the way of filing a form, and what its edition makes of it. */
export async function checkWholeForm(
  ctx: Context,
  application: { id: string; callId: string },
  form: ApplicationForm,
): Promise<{ problems: Problem[]; judged: JudgedForm }> {
  const judged = await judgeForm(ctx, application.callId, form);
  const received = await receivedKinds(ctx.db, application.id);
  const absent = REQUIRED_ATTACHMENTS.filter((kind) => !received.includes(kind));
  return {
    judged,
    problems: [
      ...missingFrom(form),
      ...judged.malformed,
      ...judged.failed,
      ...absent.map((kind) =>
        problem('ATTACHMENT_MISSING', `Pièce à joindre : ${ATTACHMENT_LABELS[kind]}`, ['attachments', kind]),
      ),
    ],
  };
}
