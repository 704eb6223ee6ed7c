import {
  ConflictError,
  type Context,
  PermissionError,
  type UserError,
  ValidationError,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { LockedApplication } from '../application/lock-application.queries.ts';
import { problemsOfReason } from '../attempt/reason.rules.ts';
import { lockEnvelope } from '../envelope/envelope.queries.ts';
import { refusalOfAction } from '../workflow/move-application.ts';
import type { ReasonedDecisionInput } from './decision.input.ts';
import { isPaid, lastActor } from './decision.queries.ts';
import { takeStep } from './take-step.ts';

/** Takes a decision back. An award gives its money back to the envelope, with all that followed from it. */
export function reopenDecision(ctx: Context, input: ReasonedDecisionInput) {
  return takeStep(
    ctx,
    'reopenDecision',
    input,
    { action: 'REOPEN', reason: input.reason.trim() },
    async (tx, application) =>
      (await refusalToReopen(tx, ctx, application, input)) ?? (await undoAward(tx, application)),
  );
}

async function refusalToReopen(
  tx: EntityManager,
  ctx: Context,
  application: LockedApplication,
  { reason }: ReasonedDecisionInput,
): Promise<UserError | null> {
  const problems = problemsOfReason(reason);
  if (problems.length > 0) return ValidationError.of(problems);
  const judged = await refusalOfAction(tx, ctx, application, 'REOPEN');
  if ('refusal' in judged) return judged.refusal;
  const decidedBy = await lastActor(tx, application.id);
  if (judged.transition.guards.includes('SECOND_AGENT') && decidedBy === ctx.viewer.subject) {
    return Object.assign(PermissionError.of('second agent', ctx.viewer), {
      code: 'SECOND_AGENT_REQUIRED',
      message: 'Qui a pris une décision ne revient pas dessus : c’est à une autre personne de le faire.',
    });
  }
  return null;
}

/**
 * Holds the call before its log, in the order of who awards, so that neither waits for the other for good; then the award,
 * so that no payment is recorded of it meanwhile.
 */
async function undoAward(
  tx: EntityManager,
  { id, callId, version }: LockedApplication,
): Promise<UserError | null> {
  await lockEnvelope(tx, callId);
  await tx.query('SELECT FROM award WHERE application_id = $1 FOR UPDATE', [id]);
  if (await isPaid(tx, id)) {
    return Object.assign(
      ConflictError.of('Une partie de la subvention est versée : la décision ne se reprend plus.', version),
      { code: 'AWARD_PAID' },
    );
  }
  await tx.query('DELETE FROM award WHERE application_id = $1', [id]);
  return null;
}
