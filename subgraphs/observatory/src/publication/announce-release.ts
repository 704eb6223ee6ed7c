import {
  appendToJournal,
  attemptOf,
  type Context,
  keyAlreadyUsed,
  once,
  ValidationError,
} from '@graphess/subgraph-kit';
import { Dataset } from '../dataset/dataset.entity.ts';
import { problemsOfRelease } from './check-publication.ts';
import { notFound } from './not-found.ts';
import type { AnnounceReleaseInput } from './publication.input.ts';
import { type AnnounceReleasePayload, AnnounceReleaseSuccess } from './publication.payload.ts';
import { publishable } from './publishable-dataset.queries.ts';

/** Says when a dataset is published next, or that nobody knows. */
export async function announceRelease(
  ctx: Context,
  input: AnnounceReleaseInput,
): Promise<typeof AnnounceReleasePayload> {
  const problems = problemsOfRelease(input, ctx.now);
  if (problems.length > 0) return ValidationError.of(problems);
  const { datasetCode: code, on = null } = input;
  return ctx.db.transaction(async (tx) => {
    const done = await once(tx, attemptOf(ctx, 'announceRelease', input), async () => {
      if ((await publishable(tx, code)) === null) return { known: false };
      await tx.query('UPDATE dataset SET next_release_on = $2 WHERE code = $1', [code, on]);
      await appendToJournal(tx, {
        action: 'RELEASE_ANNOUNCED',
        actorKind: ctx.viewer.kind,
        actor: ctx.viewer.subject,
        target: `DS:${code}`,
        requestId: ctx.requestId,
        details: { on },
      });
      return { known: true };
    });
    if (done.outcome === 'CONFLICT') return keyAlreadyUsed();
    if (!done.result.known) return notFound('datasetCode');
    const dataset = await tx
      .createQueryBuilder(Dataset, 'd')
      .where('d.code = :code', { code })
      .getOneOrFail();
    return Object.assign(new AnnounceReleaseSuccess(), { dataset });
  });
}
