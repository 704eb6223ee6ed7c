import type { Context } from '@graphess/subgraph-kit';
import { problemsOfReason } from '../attempt/reason.rules.ts';
import { endPendingRequest } from './information-request.queries.ts';
import type { WithdrawApplicationInput } from './instruct-application.input.ts';
import type { InstructApplicationPayload } from './instruct-application.payload.ts';
import { instructApplication } from './instruct-application.ts';

/** Withdraws an application that its structure filed. */
export function withdrawApplication(
  ctx: Context,
  input: WithdrawApplicationInput,
): Promise<typeof InstructApplicationPayload> {
  const reason = input.reason ?? null;
  return instructApplication(ctx, {
    operation: 'withdrawApplication',
    input,
    own: true,
    move: { action: 'WITHDRAW', reason: reason?.trim() ?? null },
    problems: reason === null ? [] : problemsOfReason(reason),
    write: (tx, { id }) => endPendingRequest(tx, id, ctx.now),
  });
}
