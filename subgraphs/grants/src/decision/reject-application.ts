import { type Context, ValidationError } from '@graphess/subgraph-kit';
import { problemsOfReason } from '../attempt/reason.rules.ts';
import type { ReasonedDecisionInput } from './decision.input.ts';
import { takeStep } from './take-step.ts';

/** Refuses an application, with the reason that those who applied read. */
export function rejectApplication(ctx: Context, input: ReasonedDecisionInput) {
  const problems = problemsOfReason(input.reason);
  return takeStep(
    ctx,
    'rejectApplication',
    input,
    { action: 'REJECT', reason: input.reason.trim() },
    async () => (problems.length > 0 ? ValidationError.of(problems) : null),
  );
}
