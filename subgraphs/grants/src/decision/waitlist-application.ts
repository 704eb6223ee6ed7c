import type { Context } from '@graphess/subgraph-kit';
import type { DecisionStepInput } from './decision.input.ts';
import { takeStep } from './take-step.ts';

/** Keeps an application in case money is left. */
export function waitlistApplication(ctx: Context, input: DecisionStepInput) {
  return takeStep(ctx, 'waitlistApplication', input, { action: 'WAITLIST' });
}
