import { appendToJournal, type Context, writeOnce } from '@graphess/subgraph-kit';
import type { Application } from '../application/application.entity.ts';
import { APPLICATION_COLUMNS } from '../application/application.queries.ts';
import { authorOf } from '../attempt/author-of.ts';
import { refusalToJudgeOwn } from '../own-structure/refusal-to-judge-own.ts';
import type { UnassignReviewerInput } from './jury.input.ts';
import { type UnassignReviewerPayload, UnassignReviewerSuccess } from './jury.payload.ts';
import { lockAssignment } from './review-assignment.queries.ts';
import { standsAgainst } from './stands-against.ts';

/** Takes an application back from a reviewer. What they submitted stays, and so does that they stepped aside. */
export async function unassignReviewer(
  ctx: Context,
  input: UnassignReviewerInput,
): Promise<typeof UnassignReviewerPayload> {
  return writeOnce(
    ctx,
    'unassignReviewer',
    input,
    async (tx) => {
      const assignment = await lockAssignment(tx, ctx, input);
      if (!('state' in assignment)) return assignment;
      const notTheirs = refusalToJudgeOwn(ctx.viewer, assignment);
      if (notTheirs !== null) return notTheirs;
      if (assignment.recusedAt !== null) {
        return standsAgainst(
          'REVIEWER_RECUSED',
          'Ce juré est récusé : la trace en est gardée.',
          assignment.version,
        );
      }
      const submitted: unknown[] = await tx.query(
        'SELECT FROM review WHERE assignment_id = $1 AND submitted_at IS NOT NULL',
        [assignment.id],
      );
      if (submitted.length > 0) {
        return standsAgainst('REVIEW_SUBMITTED', 'Ce juré a déjà rendu son évaluation.', assignment.version);
      }
      await tx.query('DELETE FROM review_assignment WHERE id = $1', [assignment.id]);
      await appendToJournal(tx, {
        ...authorOf(ctx),
        action: 'REVIEWER_UNASSIGNED',
        target: assignment.applicationId,
        details: { assignment: assignment.id },
      });
      return { applicationId: assignment.applicationId };
    },
    async (tx, { applicationId }) => {
      const [application]: Application[] = await tx.query(
        `SELECT ${APPLICATION_COLUMNS} FROM application a WHERE a.id = $1`,
        [applicationId],
      );
      return Object.assign(new UnassignReviewerSuccess(), { application: application ?? null });
    },
  );
}
