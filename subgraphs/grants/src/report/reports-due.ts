import { type Context, parisDay } from '@graphess/subgraph-kit';
import { scheduledOfApplication } from './report.queries.ts';
import { reportOn } from './report.rules.ts';
import type { ReportDue } from './report.type.ts';

/** The reports that an application owes, where they stand at the present of the request, the first due first. */
export async function reportsDueOf(ctx: Context, applicationId: string): Promise<ReportDue[]> {
  const today = parisDay(ctx.now);
  const scheduled = await scheduledOfApplication(ctx).load(applicationId);
  return scheduled.map(({ monthsAfter, decidedOn, stored, decidedAt, ...report }) => ({
    ...report,
    ...reportOn(today, {
      decidedOn,
      monthsAfter,
      status: stored,
      returnedOn: stored === 'RETURNED' && decidedAt !== null ? parisDay(decidedAt) : null,
    }),
  }));
}
