import { type Context, writeOnce } from '@graphess/subgraph-kit';
import { applicationAfter } from '../agreement/agreement.queries.ts';
import { decideReport } from './decide-report.ts';
import type { AcceptReportInput } from './report.input.ts';
import { type AcceptReportPayload, AcceptReportSuccess } from './report.payload.ts';

export function acceptReport(ctx: Context, input: AcceptReportInput): Promise<typeof AcceptReportPayload> {
  return writeOnce(
    ctx,
    'acceptReport',
    input,
    (tx) => decideReport(tx, ctx, input, { status: 'ACCEPTED' }),
    async (tx, { id }) =>
      Object.assign(new AcceptReportSuccess(), { application: await applicationAfter(tx, id) }),
  );
}
