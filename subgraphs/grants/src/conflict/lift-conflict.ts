import {
  appendToJournal,
  type Context,
  idempotencyKeyProblems,
  NotFoundError,
  PermissionError,
  ValidationError,
  writeOnce,
} from '@graphess/subgraph-kit';
import { authorOf } from '../attempt/author-of.ts';
import { problemsOfReason } from '../attempt/reason.rules.ts';
import { refusalToJudgeOwn } from '../own-structure/refusal-to-judge-own.ts';
import { existingAssignment, lockAssignment } from '../review/review-assignment.queries.ts';
import { standsAgainst } from '../review/stands-against.ts';
import type { LiftConflictInput } from './conflict.input.ts';
import { type LiftConflictPayload, LiftConflictSuccess } from './conflict.payload.ts';
import { candidatesBetween, structuresOf } from './conflict-candidates.ts';

/** Takes down that an agent, other than who chose the reviewer, finds that a link of the graph binds them to nothing. */
export async function liftConflict(
  ctx: Context,
  input: LiftConflictInput,
): Promise<typeof LiftConflictPayload> {
  const problems = [...idempotencyKeyProblems(input.idempotencyKey), ...problemsOfReason(input.reason)];
  if (problems.length > 0) return ValidationError.of(problems);
  return writeOnce(
    ctx,
    'liftConflict',
    input,
    async (tx) => {
      const assignment = await lockAssignment(tx, ctx, input);
      if (!('state' in assignment)) return assignment;
      const notTheirs = refusalToJudgeOwn(ctx.viewer, assignment);
      if (notTheirs !== null) return notTheirs;
      const { id, applicationId, version } = assignment;
      if (assignment.assignedBy === ctx.viewer.subject || assignment.reviewer === ctx.viewer.subject) {
        return PermissionError.of('agent : un autre que celui qui a confié la candidature', ctx.viewer);
      }
      if (assignment.recusedAt !== null) {
        return standsAgainst('REVIEWER_RECUSED', 'Ce juré est déjà récusé.', version);
      }
      const candidates = await candidatesBetween(tx, {
        reviewer: structuresOf(assignment, ctx.viewer),
        applicant: assignment.organizationId,
      });
      const candidate = candidates.find((each) => each.id === input.candidate);
      if (candidate === undefined) {
        return Object.assign(new NotFoundError(), {
          code: 'CANDIDATE_NOT_FOUND',
          message: 'Ce lien n’existe pas entre le juré et la structure.',
          path: ['candidate'],
        });
      }
      if (candidate.severity === 'BLOCKING') {
        return standsAgainst('BLOCKING_CONFLICT', 'Ce lien ne s’écarte pas.', version);
      }
      const lifted: unknown[] = await tx.query(
        `INSERT INTO conflict_lift (assignment_id, candidate, reason, lifted_at, lifted_by)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING candidate`,
        [id, candidate.id, input.reason.trim(), ctx.now, ctx.viewer.subject],
      );
      if (lifted.length === 0) return standsAgainst('ALREADY_LIFTED', 'Ce lien est déjà écarté.', version);
      await tx.query('UPDATE review_assignment SET version = version + 1 WHERE id = $1', [id]);
      await appendToJournal(tx, {
        ...authorOf(ctx),
        action: 'CONFLICT_LIFTED',
        target: applicationId,
        details: { assignment: id, kind: candidate.kind },
      });
      return { assignmentId: id };
    },
    async (tx, { assignmentId }) =>
      Object.assign(new LiftConflictSuccess(), { assignment: await existingAssignment(tx, assignmentId) }),
  );
}
