import { randomUUID } from 'node:crypto';
import {
  appendToJournal,
  type Context,
  idempotencyKeyProblems,
  ValidationError,
  writeOnce,
} from '@graphess/subgraph-kit';
import { lockApplication } from '../application/lock-application.queries.ts';
import { authorOf } from '../attempt/author-of.ts';
import { ConflictOfInterestError } from '../conflict/conflict.type.ts';
import { candidatesBetween } from '../conflict/conflict-candidates.ts';
import { refusalToJudgeOwn } from '../own-structure/refusal-to-judge-own.ts';
import { problemsOfSubject } from './check-jury.ts';
import type { AssignReviewerInput } from './jury.input.ts';
import { type AssignReviewerPayload, AssignReviewerSuccess } from './jury.payload.ts';
import { existingAssignment } from './review-assignment.queries.ts';
import { isUnderJudgement } from './review-window.rules.ts';
import { standsAgainst } from './stands-against.ts';

/** Gives an application to somebody of the jury, unless their own structure is the applicant. */
export async function assignReviewer(
  ctx: Context,
  input: AssignReviewerInput,
): Promise<typeof AssignReviewerPayload> {
  const problems = [
    ...idempotencyKeyProblems(input.idempotencyKey),
    ...problemsOfSubject('reviewer', input.reviewer),
  ];
  if (problems.length > 0) return ValidationError.of(problems);
  return writeOnce(
    ctx,
    'assignReviewer',
    input,
    async (tx) => {
      const application = await lockApplication(tx, ctx, input.applicationId, { path: 'applicationId' });
      if (!('state' in application)) return application;
      const notTheirs = refusalToJudgeOwn(ctx.viewer, application);
      if (notTheirs !== null) return notTheirs;
      if (!isUnderJudgement(application.state)) {
        return standsAgainst(
          'NOT_UNDER_JUDGEMENT',
          'Cette candidature n’est pas, ou n’est plus, à évaluer.',
          application.version,
        );
      }
      const [juror]: { organizationId: string | null }[] = await tx.query(
        'SELECT organization_id AS "organizationId" FROM juror WHERE call_id = $1 AND subject = $2 FOR SHARE',
        [application.callId, input.reviewer],
      );
      if (juror === undefined) {
        return standsAgainst('NOT_A_JUROR', 'Cette personne n’est pas du jury de l’édition.');
      }
      const candidates = await candidatesBetween(tx, {
        reviewer: juror.organizationId === null ? [] : [juror.organizationId],
        applicant: application.organizationId,
      });
      const blocking = candidates.filter(({ severity }) => severity === 'BLOCKING');
      if (blocking.length > 0) {
        return ConflictOfInterestError.of(
          'BLOCKING_CONFLICT',
          'La structure qui envoie ce juré candidate elle-même à cette édition.',
          'reviewer',
          blocking.map((each) => ({ ...each, lifted: false })),
        );
      }
      const id = randomUUID();
      const added: unknown[] = await tx.query(
        `INSERT INTO review_assignment
           (id, application_id, reviewer, reviewer_organization_id, assigned_at, assigned_by)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (application_id, reviewer) DO NOTHING RETURNING id`,
        [id, application.id, input.reviewer, juror.organizationId, ctx.now, ctx.viewer.subject],
      );
      if (added.length === 0) {
        return standsAgainst('ALREADY_ASSIGNED', 'Cette candidature est déjà confiée à ce juré.');
      }
      await appendToJournal(tx, {
        ...authorOf(ctx),
        action: 'REVIEWER_ASSIGNED',
        target: application.id,
        details: { assignment: id, candidates: candidates.length },
      });
      return { assignmentId: id };
    },
    async (tx, { assignmentId }) =>
      Object.assign(new AssignReviewerSuccess(), { assignment: await existingAssignment(tx, assignmentId) }),
  );
}
