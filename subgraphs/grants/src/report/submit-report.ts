import {
  appendToJournal,
  ConflictError,
  type Context,
  PermissionError,
  UserError,
  ValidationError,
  writeOnce,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { applicationAfter } from '../agreement/agreement.queries.ts';
import { authorOf } from '../attempt/author-of.ts';
import { lockReport } from './lock-report.queries.ts';
import type { SubmitReportInput } from './report.input.ts';
import { type SubmitReportPayload, SubmitReportSuccess } from './report.payload.ts';
import { problemsOfReport } from './report.rules.ts';

/** Sends a report, or sends it again as long as it is not accepted. */
export function submitReport(ctx: Context, input: SubmitReportInput): Promise<typeof SubmitReportPayload> {
  return writeOnce(
    ctx,
    'submitReport',
    input,
    (tx) => submit(tx, ctx, input),
    async (tx, { id }) =>
      Object.assign(new SubmitReportSuccess(), { application: await applicationAfter(tx, id) }),
  );
}

async function submit(tx: EntityManager, ctx: Context, input: SubmitReportInput) {
  const { applicationId, code, summary, outcomes } = input;
  const found = await lockReport(tx, ctx, input);
  if (found instanceof UserError) return found;
  if (!found.application.isOwn) {
    return PermissionError.of('applicant if own application', ctx.viewer);
  }
  if (found.report?.status === 'ACCEPTED') {
    return Object.assign(ConflictError.of('Ce compte rendu est déjà accepté.', found.report.version), {
      code: 'ALREADY_ACCEPTED',
    });
  }
  const problems = problemsOfReport(input);
  if (problems.length > 0) return ValidationError.of(problems);
  await tx.query(
    `INSERT INTO report (application_id, code, status, summary, submitted_at, submitted_by)
     VALUES ($1, $2, 'RECEIVED', $3, $4, $5)
     ON CONFLICT (application_id, code) DO UPDATE
       SET status = 'RECEIVED', version = report.version + 1, summary = excluded.summary,
           submitted_at = excluded.submitted_at, submitted_by = excluded.submitted_by,
           decided_at = NULL, decided_by = NULL, reason = NULL`,
    [applicationId, code, summary.trim(), ctx.now, ctx.viewer.subject],
  );
  await tx.query('DELETE FROM outcome WHERE application_id = $1 AND report_code = $2', [applicationId, code]);
  await tx.query(
    `INSERT INTO outcome (application_id, report_code, code, position, label, unit, planned, achieved)
     SELECT $1, $2, each ->> 'code', position, each ->> 'label', each ->> 'unit', (each ->> 'planned')::numeric,
            (each ->> 'achieved')::numeric
       FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS stated (each, position)`,
    [applicationId, code, JSON.stringify(outcomes)],
  );
  await appendToJournal(tx, {
    ...authorOf(ctx),
    action: 'REPORT_SUBMITTED',
    target: applicationId,
    details: { report: code, version: input.expectedVersion + 1, outcomes: outcomes.length },
  });
  return { id: applicationId };
}
