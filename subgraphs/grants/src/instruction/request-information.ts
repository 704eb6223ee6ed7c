import type { Context } from '@graphess/subgraph-kit';
import { insertInformationRequest } from './information-request.queries.ts';
import { problemsOfRequest } from './information-request.rules.ts';
import type { RequestInformationInput } from './instruct-application.input.ts';
import type { InstructApplicationPayload } from './instruct-application.payload.ts';
import { instructApplication } from './instruct-application.ts';

/** Asks the structure for more: its form may be written again until it answers. */
export function requestInformation(
  ctx: Context,
  input: RequestInformationInput,
): Promise<typeof InstructApplicationPayload> {
  const reason = input.reason.trim();
  const points = input.points.map((point) => point.trim());
  return instructApplication(ctx, {
    operation: 'requestInformation',
    input,
    move: { action: 'REQUEST_INFORMATION', reason, details: { points: points.length } },
    problems: problemsOfRequest(input, ctx.now),
    write: (tx, { id }) =>
      insertInformationRequest(tx, id, { reason, points, dueOn: input.dueOn ?? null }, ctx.now),
  });
}
