import {
  attemptOf,
  ConflictError,
  type Context,
  keyAlreadyUsed,
  once,
  ValidationError,
} from '@graphess/subgraph-kit';
import { Vintage } from '../dataset/vintage.entity.ts';
import { problemsOfWithdrawal } from './check-publication.ts';
import { notFound } from './not-found.ts';
import type { WithdrawVintageInput } from './publication.input.ts';
import { type WithdrawVintagePayload, WithdrawVintageSuccess } from './publication.payload.ts';
import { secrecyReaderOf } from './secrecy-settings.ts';
import { takeBack } from './take-back.ts';

/** Withdraws a vintage for whoever asks; the same demand repeated finds it done. */
export async function withdrawVintage(
  ctx: Context,
  input: WithdrawVintageInput,
): Promise<typeof WithdrawVintagePayload> {
  const problems = problemsOfWithdrawal(input);
  if (problems.length > 0) return ValidationError.of(problems);
  const { viewer, requestId, now, background } = ctx;
  return background.transaction(async (tx) => {
    const done = await once(tx, attemptOf(ctx, 'withdrawVintage', input), () =>
      takeBack(tx, {
        vintageId: input.vintage,
        reason: input.reason.trim(),
        actor: { kind: viewer.kind, subject: viewer.subject, requestId },
        now,
        reader: secrecyReaderOf(tx),
      }),
    );
    if (done.outcome === 'CONFLICT') return keyAlreadyUsed();
    if (done.result.kind === 'UNKNOWN') return notFound('vintage');
    if (done.result.kind === 'CONFLICT') return ConflictError.of(done.result.message);
    const vintage = await tx
      .createQueryBuilder(Vintage, 'v')
      .where('v.id = :id', { id: input.vintage })
      .getOneOrFail();
    const { restored, deleted } = done.result;
    return Object.assign(new WithdrawVintageSuccess(), { vintage, restored, deleted });
  });
}
