import {
  appendToJournal,
  ConflictError,
  type Context,
  parisDay,
  UserError,
  ValidationError,
  writeOnce,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { authorOf } from '../attempt/author-of.ts';
import { refusalToJudgeOwn } from '../own-structure/refusal-to-judge-own.ts';
import type { SignAgreementInput } from './agreement.input.ts';
import { type SignAgreementPayload, SignAgreementSuccess } from './agreement.payload.ts';
import { applicationAfter, findAgreement, planInstalments } from './agreement.queries.ts';
import { problemsOfAgreement } from './agreement.rules.ts';
import { lockAward } from './lock-award.queries.ts';

/** Writes that an agreement was signed, with the instalments that it plans. */
export function signAgreement(ctx: Context, input: SignAgreementInput): Promise<typeof SignAgreementPayload> {
  return writeOnce(
    ctx,
    'signAgreement',
    input,
    (tx) => sign(tx, ctx, input),
    async (tx, { id }) =>
      Object.assign(new SignAgreementSuccess(), { application: await applicationAfter(tx, id) }),
  );
}

async function sign(tx: EntityManager, ctx: Context, input: SignAgreementInput) {
  const found = await lockAward(tx, ctx, input.applicationId);
  if (found instanceof UserError) return found;
  const refusal = refusalToJudgeOwn(ctx.viewer, found.application);
  if (refusal !== null) return refusal;
  const signed = await findAgreement(tx, input.applicationId);
  if (signed !== null) {
    return Object.assign(
      ConflictError.of('Une convention est déjà signée : faites un avenant.', signed.version),
      { code: 'ALREADY_SIGNED' },
    );
  }
  const problems = problemsOfAgreement(input, { ...found, today: parisDay(ctx.now) });
  if (problems.length > 0) return ValidationError.of(problems);
  await tx.query(
    'INSERT INTO agreement (application_id, signed_on, starts_on, ends_on) VALUES ($1, $2, $3, $4)',
    [input.applicationId, input.signedOn, input.startsOn, input.endsOn],
  );
  await planInstalments(tx, input.applicationId, 1, input.instalments);
  await appendToJournal(tx, {
    ...authorOf(ctx),
    action: 'AGREEMENT_SIGNED',
    target: input.applicationId,
    details: { instalments: input.instalments.length, cents: found.granted.cents },
  });
  return { id: input.applicationId };
}
