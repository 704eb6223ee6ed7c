import { type Context, idempotencyKeyProblems, ValidationError, writeOnce } from '@graphess/subgraph-kit';
import { problemsOfReason } from '../attempt/reason.rules.ts';
import { refusalToJudgeOwn } from '../own-structure/refusal-to-judge-own.ts';
import { existingAssignment, lockAssignment } from '../review/review-assignment.queries.ts';
import { isUnderJudgement } from '../review/review-window.rules.ts';
import { standsAgainst } from '../review/stands-against.ts';
import type { RecuseReviewerInput } from './conflict.input.ts';
import { type RecuseReviewerPayload, RecuseReviewerSuccess } from './conflict.payload.ts';
import { recuse } from './recuse.ts';

/** Sets a reviewer aside on an agent's word, as long as nothing is decided of the application. */
export async function recuseReviewer(
  ctx: Context,
  input: RecuseReviewerInput,
): Promise<typeof RecuseReviewerPayload> {
  const problems = [...idempotencyKeyProblems(input.idempotencyKey), ...problemsOfReason(input.reason)];
  if (problems.length > 0) return ValidationError.of(problems);
  return writeOnce(
    ctx,
    'recuseReviewer',
    input,
    async (tx) => {
      const assignment = await lockAssignment(tx, ctx, input);
      if (!('state' in assignment)) return assignment;
      const notTheirs = refusalToJudgeOwn(ctx.viewer, assignment);
      if (notTheirs !== null) return notTheirs;
      if (assignment.recusedAt !== null) {
        return standsAgainst('REVIEWER_RECUSED', 'Ce juré est déjà récusé.', assignment.version);
      }
      if (!isUnderJudgement(assignment.state)) {
        return standsAgainst(
          'NOT_UNDER_JUDGEMENT',
          'Cette candidature n’est plus à évaluer.',
          assignment.version,
        );
      }
      await recuse(tx, ctx, assignment, { kind: input.conflict, reason: input.reason.trim(), by: 'AGENT' });
      return { assignmentId: assignment.id };
    },
    async (tx, { assignmentId }) =>
      Object.assign(new RecuseReviewerSuccess(), { assignment: await existingAssignment(tx, assignmentId) }),
  );
}
