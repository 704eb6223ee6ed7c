import { type Context, ValidationError, writeOnce } from '@graphess/subgraph-kit';
import { applicationAfter } from '../agreement/agreement.queries.ts';
import { problemsOfReason } from '../attempt/reason.rules.ts';
import { decideReport } from './decide-report.ts';
import type { ReturnReportInput } from './report.input.ts';
import { type ReturnReportPayload, ReturnReportSuccess } from './report.payload.ts';

/** Gives a report back to the laureate, who has some days to correct it. */
export async function returnReport(
  ctx: Context,
  input: ReturnReportInput,
): Promise<typeof ReturnReportPayload> {
  const problems = problemsOfReason(input.reason);
  if (problems.length > 0) return ValidationError.of(problems);
  return writeOnce(
    ctx,
    'returnReport',
    input,
    (tx) => decideReport(tx, ctx, input, { status: 'RETURNED', reason: input.reason }),
    async (tx, { id }) =>
      Object.assign(new ReturnReportSuccess(), { application: await applicationAfter(tx, id) }),
  );
}
