import {
  appendToJournal,
  attemptOf,
  ConflictError,
  type Context,
  keyAlreadyUsed,
  once,
  ValidationError,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
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
  const { datasetCode: code, on = null, expectedVersion = null } = input;
  return ctx.db.transaction(async (tx) => {
    const done = await once(tx, attemptOf(ctx, 'announceRelease', input), async () => {
      if ((await publishable(tx, code)) === null) return { known: false, changed: null };
      const version = await lockVersion(tx, code);
      if (expectedVersion !== null && expectedVersion !== version) return { known: true, changed: version };
      await tx.query('UPDATE dataset SET next_release_on = $2, version = version + 1 WHERE code = $1', [
        code,
        on,
      ]);
      await appendToJournal(tx, {
        action: 'RELEASE_ANNOUNCED',
        actorKind: ctx.viewer.kind,
        actor: ctx.viewer.subject,
        target: `DS:${code}`,
        requestId: ctx.requestId,
        details: { on },
      });
      return { known: true, changed: null };
    });
    if (done.outcome === 'CONFLICT') return keyAlreadyUsed();
    const { known, changed } = done.result;
    if (!known) return notFound('datasetCode');
    if (changed !== null) {
      return ConflictError.of('L’annonce a changé depuis que vous l’avez lue : relisez-la.', changed);
    }
    const dataset = await tx
      .createQueryBuilder(Dataset, 'd')
      .where('d.code = :code', { code })
      .getOneOrFail();
    return Object.assign(new AnnounceReleaseSuccess(), { dataset });
  });
}

async function lockVersion(tx: EntityManager, code: string): Promise<number> {
  const [row]: { version: number }[] = await tx.query(
    'SELECT version FROM dataset WHERE code = $1 FOR UPDATE',
    [code],
  );
  return row?.version ?? 0;
}
