import { appendToJournal, type Context, ValidationError, writeOnce } from '@graphess/subgraph-kit';
import { authorOf } from '../attempt/author-of.ts';
import {
  assignmentNotFound,
  existingAssignment,
  lockAssignment,
} from '../review/review-assignment.queries.ts';
import { isUnderJudgement } from '../review/review-window.rules.ts';
import { standsAgainst } from '../review/stands-against.ts';
import { problemsOfDeclaration } from './check-declaration.ts';
import type { DeclareConflictInput } from './conflict.input.ts';
import { type DeclareConflictPayload, DeclareConflictSuccess } from './conflict.payload.ts';
import { ConflictOfInterestError } from './conflict.type.ts';
import { candidatesBetween, liftedCandidates, structuresOf } from './conflict-candidates.ts';
import { recuse } from './recuse.ts';

/**
 * Takes down what a reviewer says of what binds them. Nothing, and the application opens to them, unless the graph knows
 * better: the applicant's own structure recuses them whatever they say, and another link waits for a second agent.
 */
export async function declareConflict(
  ctx: Context,
  input: DeclareConflictInput,
): Promise<typeof DeclareConflictPayload> {
  const problems = problemsOfDeclaration(input);
  if (problems.length > 0) return ValidationError.of(problems);
  return writeOnce(
    ctx,
    'declareConflict',
    input,
    async (tx) => {
      const assignment = await lockAssignment(tx, ctx, input);
      if (!('state' in assignment)) return assignment;
      const { id, applicationId, version } = assignment;
      if (assignment.reviewer !== ctx.viewer.subject) return assignmentNotFound();
      if (assignment.recusedAt !== null) {
        return standsAgainst('REVIEWER_RECUSED', 'Vous êtes récusé pour cette candidature.', version);
      }
      if (!isUnderJudgement(assignment.state)) {
        return standsAgainst(
          'NOT_UNDER_JUDGEMENT',
          'Cette candidature n’est plus à évaluer : signalez ce lien à un agent.',
          version,
        );
      }
      if (input.conflict) {
        await recuse(tx, ctx, assignment, {
          kind: input.conflict,
          reason: input.reason?.trim() ?? null,
          by: 'DECLARATION',
        });
        return { assignmentId: id };
      }
      if (assignment.declaredAt !== null) {
        return standsAgainst('ALREADY_DECLARED', 'Vous avez déjà déclaré n’avoir aucun lien.', version);
      }
      const candidates = await candidatesBetween(tx, {
        reviewer: structuresOf(assignment, ctx.viewer),
        applicant: assignment.organizationId,
      });
      const blocking = candidates.find(({ severity }) => severity === 'BLOCKING');
      if (blocking !== undefined) {
        await recuse(tx, ctx, assignment, { kind: blocking.kind, reason: null, by: 'GRAPH' });
        return { assignmentId: id };
      }
      const lifted = await liftedCandidates(tx, [id]);
      const open = candidates.filter((each) => !lifted.has(`${id} ${each.id}`));
      if (open.length > 0) {
        return ConflictOfInterestError.of(
          'CONFLICT_NOT_LIFTED',
          'Un lien est connu avec cette structure : récusez-vous, ou demandez à un agent de l’écarter.',
          'nothing',
          open.map((each) => ({ ...each, lifted: false })),
        );
      }
      await tx.query('UPDATE review_assignment SET declared_at = $2, version = version + 1 WHERE id = $1', [
        id,
        ctx.now,
      ]);
      await appendToJournal(tx, {
        ...authorOf(ctx),
        action: 'REVIEWER_DECLARED',
        target: applicationId,
        details: { assignment: id, lifted: candidates.length },
      });
      return { assignmentId: id };
    },
    async (tx, { assignmentId }) =>
      Object.assign(new DeclareConflictSuccess(), { assignment: await existingAssignment(tx, assignmentId) }),
  );
}
