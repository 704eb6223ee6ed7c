import { appendToJournal, type Context, ValidationError, writeOnce } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { authorOf } from '../attempt/author-of.ts';
import { openCandidates } from '../conflict/conflict-candidates.ts';
import {
  assignmentNotFound,
  type LockedAssignment,
  lockAssignment,
} from '../review/review-assignment.queries.ts';
import { isUnderJudgement } from '../review/review-window.rules.ts';
import { standsAgainst } from '../review/stands-against.ts';
import { problemsOfScores, problemsOfTexts } from './check-scores.ts';
import { existingReview, gridsOf } from './review.queries.ts';
import type { SubmitReviewInput } from './submit-review.input.ts';
import { type SubmitReviewPayload, SubmitReviewSuccess } from './submit-review.payload.ts';

/** Keeps what a reviewer thinks of an application; submitted, it is final, since the others’ can be read from then on. */
export async function submitReview(
  ctx: Context,
  input: SubmitReviewInput,
): Promise<typeof SubmitReviewPayload> {
  const problems = problemsOfTexts(input);
  if (problems.length > 0) return ValidationError.of(problems);
  return writeOnce(
    ctx,
    'submitReview',
    input,
    async (tx) => {
      const assignment = await lockAssignment(tx, ctx, { assignmentId: input.assignmentId });
      if (!('state' in assignment)) return assignment;
      if (assignment.reviewer !== ctx.viewer.subject) return assignmentNotFound();
      const refusal = refusalOfScoring(assignment);
      if (refusal !== null) return refusal;
      const bound = await openCandidates(tx, assignment, ctx.viewer);
      if (bound.length > 0) {
        return standsAgainst(
          'BOUND_SINCE',
          'Un lien avec cette structure est connu depuis votre déclaration : récusez-vous, ou demandez à un agent de l’écarter.',
          assignment.version,
        );
      }
      const [draft]: { version: number; submittedAt: Date | null }[] = await tx.query(
        'SELECT version, submitted_at AS "submittedAt" FROM review WHERE assignment_id = $1',
        [assignment.id],
      );
      if (draft !== undefined && draft.submittedAt !== null) {
        return standsAgainst('REVIEW_SUBMITTED', 'Vous avez déjà rendu cette évaluation.', draft.version);
      }
      if ((draft?.version ?? null) !== (input.expectedVersion ?? null)) {
        return standsAgainst(
          'CONFLICT',
          'Ce brouillon a changé entre-temps : relisez-le avant de recommencer.',
          draft?.version ?? null,
        );
      }
      const grid = await gridsOf(tx, [assignment.callId]);
      const wrong = problemsOfScores(grid, input, input.draft);
      if (wrong.length > 0) return ValidationError.of(wrong);
      await keep(tx, ctx, assignment, input, new Map(grid.map(({ code, maxScore }) => [code, maxScore])));
      if (!input.draft) {
        await appendToJournal(tx, {
          ...authorOf(ctx),
          action: 'REVIEW_SUBMITTED',
          target: assignment.applicationId,
          details: { assignment: assignment.id, criteria: input.scores.length },
        });
      }
      return { assignmentId: assignment.id };
    },
    async (tx, { assignmentId }) =>
      Object.assign(new SubmitReviewSuccess(), { review: await existingReview(tx, assignmentId) }),
  );
}

function refusalOfScoring({ declaredAt, recusedAt, state, version }: LockedAssignment) {
  if (recusedAt !== null)
    return standsAgainst('REVIEWER_RECUSED', 'Vous êtes récusé pour cette candidature.', version);
  if (declaredAt === null) {
    return standsAgainst('NOT_DECLARED', 'Déclarez d’abord vos liens avec la structure.', version);
  }
  return isUnderJudgement(state)
    ? null
    : standsAgainst('NOT_UNDER_JUDGEMENT', 'Cette candidature n’est pas, ou n’est plus, à évaluer.', version);
}

async function keep(
  tx: EntityManager,
  ctx: Context,
  { id, applicationId, callId }: LockedAssignment,
  { scores, comment, draft }: SubmitReviewInput,
  maxima: ReadonlyMap<string, number>,
): Promise<void> {
  await tx.query(
    `INSERT INTO review (assignment_id, application_id, call_id, comment, saved_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (assignment_id) DO UPDATE
       SET comment = excluded.comment, saved_at = excluded.saved_at, version = review.version + 1`,
    [id, applicationId, callId, comment ?? null, ctx.now],
  );
  await tx.query('DELETE FROM review_score WHERE assignment_id = $1', [id]);
  const rows = scores.map((each) => ({
    criterion: each.criterion,
    max: maxima.get(each.criterion),
    score: each.score ?? null,
    comment: each.comment ?? null,
  }));
  await tx.query(
    `INSERT INTO review_score (assignment_id, call_id, criterion_code, max_score, score, comment)
     SELECT $1, $2, criterion, max, score, comment
       FROM json_to_recordset($3::json) AS given (criterion text, max integer, score integer, comment text)`,
    [id, callId, JSON.stringify(rows)],
  );
  if (!draft) await tx.query('UPDATE review SET submitted_at = $2 WHERE assignment_id = $1', [id, ctx.now]);
}
