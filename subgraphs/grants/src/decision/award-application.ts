import { type Context, problem, UserError, ValidationError, writeOnce } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { type LockedApplication, lockApplication } from '../application/lock-application.queries.ts';
import { lockEnvelope } from '../envelope/envelope.queries.ts';
import { excessCents, problemsOfAmount } from '../envelope/envelope.rules.ts';
import { EnvelopeExceededError, envelopeMessage } from '../envelope/envelope-exceeded.type.ts';
import { refusalOfAction } from '../workflow/move-application.ts';
import type { AwardApplicationInput } from './decision.input.ts';
import { problemsOfNotes } from './decision.rules.ts';
import { presentDecision } from './take-step.ts';
import { writeAward } from './write-award.ts';

/** Grants money to an application, out of the envelope of its edition. */
export function awardApplication(ctx: Context, input: AwardApplicationInput) {
  return writeOnce(
    ctx,
    'awardApplication',
    input,
    async (tx) => {
      const application = await lockApplication(tx, ctx, input.id, {
        expectedVersion: input.expectedVersion,
        path: 'id',
      });
      if (application instanceof UserError) return application;
      const refusal = await refusalToAward(tx, ctx, application, input);
      if (refusal !== null) return refusal;
      const awarded = await writeAward(tx, ctx, application, input);
      return awarded instanceof UserError ? awarded : { id: awarded.id };
    },
    async (tx, { id }) => presentDecision(tx, id),
  );
}

async function refusalToAward(
  tx: EntityManager,
  ctx: Context,
  application: LockedApplication,
  { cents, ...notes }: AwardApplicationInput,
): Promise<UserError | null> {
  const judged = await refusalOfAction(tx, ctx, application, 'AWARD');
  if ('refusal' in judged) return judged.refusal;
  const envelope = await lockEnvelope(tx, application.callId);
  const { maxPerProjectCents } = envelope;
  const { requestedCents } = application;
  const problems = [
    ...problemsOfAmount(cents, { maxPerProjectCents, requestedCents }, ['cents']),
    ...problemsOfNotes(notes),
  ];
  const overruns = excessCents(envelope, cents) > 0;
  if (overruns && problems.length === 0) return EnvelopeExceededError.of(envelope, cents, ['cents']);
  if (overruns) problems.push(problem('ENVELOPE_EXCEEDED', envelopeMessage(envelope, cents), ['cents']));
  return problems.length > 0 ? ValidationError.of(problems) : null;
}
