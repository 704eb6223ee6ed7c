import type { Context } from '@graphess/subgraph-kit';
import type { StartReviewInput } from './instruct-application.input.ts';
import type { InstructApplicationPayload } from './instruct-application.payload.ts';
import { instructApplication } from './instruct-application.ts';

export function startReview(
  ctx: Context,
  input: StartReviewInput,
): Promise<typeof InstructApplicationPayload> {
  return instructApplication(ctx, { operation: 'startReview', input, move: { action: 'START_REVIEW' } });
}
