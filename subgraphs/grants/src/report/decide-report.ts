import { appendToJournal, ConflictError, type Context, UserError } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { authorOf } from '../attempt/author-of.ts';
import { refusalToJudgeOwn } from '../own-structure/refusal-to-judge-own.ts';
import { lockReport } from './lock-report.queries.ts';

/** Accepts a report that was received, or returns it for a reason. */
export async function decideReport(
  tx: EntityManager,
  ctx: Context,
  input: { applicationId: string; code: string; expectedVersion: number },
  decision: { status: 'ACCEPTED' } | { status: 'RETURNED'; reason: string },
) {
  const found = await lockReport(tx, ctx, input);
  if (found instanceof UserError) return found;
  const refusal = refusalToJudgeOwn(ctx.viewer, found.application);
  if (refusal !== null) return refusal;
  if (found.report?.status !== 'RECEIVED') {
    return Object.assign(
      ConflictError.of('Aucun compte rendu n’attend de décision sous ce code.', found.report?.version ?? 0),
      { code: 'NOT_RECEIVED' },
    );
  }
  const { applicationId, code } = input;
  await tx.query(
    `UPDATE report SET status = $3, version = version + 1, decided_at = $4, decided_by = $5, reason = $6
      WHERE application_id = $1 AND code = $2`,
    [
      ...[applicationId, code, decision.status, ctx.now, ctx.viewer.subject],
      decision.status === 'RETURNED' ? decision.reason.trim() : null,
    ],
  );
  await appendToJournal(tx, {
    ...authorOf(ctx),
    action: `REPORT_${decision.status}`,
    target: applicationId,
    details: { report: code, version: input.expectedVersion + 1 },
  });
  return { id: applicationId };
}
