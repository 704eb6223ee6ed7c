import type { Context } from '@graphess/subgraph-kit';
import type { DecisionStepInput } from './decision.input.ts';
import { takeStep } from './take-step.ts';

/** Keeps an application for the jury. */
export function shortlistApplication(ctx: Context, input: DecisionStepInput) {
  return takeStep(ctx, 'shortlistApplication', input, { action: 'SHORTLIST' });
}
