import type { Context } from '@graphess/subgraph-kit';
import { problemsOfReason } from '../attempt/reason.rules.ts';
import { endPendingRequest } from './information-request.queries.ts';
import type { DeclareIneligibleInput } from './instruct-application.input.ts';
import type { InstructApplicationPayload } from './instruct-application.payload.ts';
import { instructApplication } from './instruct-application.ts';

/** Declares an application ineligible, with a reason that its structure reads. */
export function declareIneligible(
  ctx: Context,
  input: DeclareIneligibleInput,
): Promise<typeof InstructApplicationPayload> {
  return instructApplication(ctx, {
    operation: 'declareIneligible',
    input,
    move: { action: 'DECLARE_INELIGIBLE', reason: input.reason.trim() },
    problems: problemsOfReason(input.reason),
    write: (tx, { id }) => endPendingRequest(tx, id, ctx.now),
  });
}
