import {
  appendToJournal,
  ConflictError,
  type Context,
  UserError,
  ValidationError,
  writeOnce,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { authorOf } from '../attempt/author-of.ts';
import { refusalToJudgeOwn } from '../own-structure/refusal-to-judge-own.ts';
import type { AmendAgreementInput } from './agreement.input.ts';
import { type AmendAgreementPayload, AmendAgreementSuccess } from './agreement.payload.ts';
import { applicationAfter, findAgreement, planInstalments } from './agreement.queries.ts';
import { problemsOfInstalments, problemsOfPeriod } from './agreement.rules.ts';
import { lockAward } from './lock-award.queries.ts';
import { notSigned } from './not-signed.ts';

/** Changes the days of an agreement and the instalments that were not paid; those that were stay as they are. */
export function amendAgreement(
  ctx: Context,
  input: AmendAgreementInput,
): Promise<typeof AmendAgreementPayload> {
  return writeOnce(
    ctx,
    'amendAgreement',
    input,
    (tx) => amend(tx, ctx, input),
    async (tx, { id }) =>
      Object.assign(new AmendAgreementSuccess(), { application: await applicationAfter(tx, id) }),
  );
}

async function amend(tx: EntityManager, ctx: Context, input: AmendAgreementInput) {
  const { applicationId } = input;
  const found = await lockAward(tx, ctx, applicationId);
  if (found instanceof UserError) return found;
  const refusal = refusalToJudgeOwn(ctx.viewer, found.application);
  if (refusal !== null) return refusal;
  const agreement = await findAgreement(tx, applicationId);
  if (agreement === null) return notSigned(found.application.version);
  if (agreement.version !== input.expectedVersion) {
    return ConflictError.of(
      'Cette convention a changé entre-temps : relisez-la avant de recommencer.',
      agreement.version,
    );
  }
  const [paid]: { count: number; cents: number; last: number }[] = await tx.query(
    `SELECT count(*)::int AS count, coalesce(sum(cents), 0)::float8 AS cents, coalesce(max(number), 0) AS last
       FROM payment WHERE application_id = $1 AND paid_on IS NOT NULL`,
    [applicationId],
  );
  const alreadyPaid = paid ?? { count: 0, cents: 0, last: 0 };
  const { signedOn } = agreement;
  const problems = [
    ...problemsOfPeriod(input),
    ...problemsOfInstalments(input.instalments, { ...found, signedOn, alreadyPaid }),
  ];
  if (problems.length > 0) return ValidationError.of(problems);
  await tx.query('DELETE FROM payment WHERE application_id = $1 AND paid_on IS NULL', [applicationId]);
  await planInstalments(tx, applicationId, alreadyPaid.last + 1, input.instalments);
  await tx.query(
    'UPDATE agreement SET starts_on = $2, ends_on = $3, version = version + 1 WHERE application_id = $1',
    [applicationId, input.startsOn, input.endsOn],
  );
  await appendToJournal(tx, {
    ...authorOf(ctx),
    action: 'AGREEMENT_AMENDED',
    target: applicationId,
    details: { version: agreement.version + 1, instalments: input.instalments.length },
  });
  return { id: applicationId };
}
