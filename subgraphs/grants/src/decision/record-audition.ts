import type { Context } from '@graphess/subgraph-kit';
import type { DecisionStepInput } from './decision.input.ts';
import { takeStep } from './take-step.ts';

/** Notes that the jury heard those who applied. */
export function recordAudition(ctx: Context, input: DecisionStepInput) {
  return takeStep(ctx, 'recordAudition', input, { action: 'RECORD_AUDITION' });
}
