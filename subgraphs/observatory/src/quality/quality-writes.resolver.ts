import {
  appendToJournal,
  attemptOf,
  ConflictError,
  type Context,
  idempotencyKeyProblems,
  keyAlreadyUsed,
  NotFoundError,
  once,
  ValidationError,
} from '@graphess/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { authorOf } from '../attempt/attempt.ts';
import { problemsOfReason } from '../attempt/check-reason.ts';
import { findQualityFinding } from './quality.queries.ts';
import { ResolveQualityFindingInput } from './resolve-quality-finding.input.ts';
import {
  ResolveQualityFindingPayload,
  ResolveQualityFindingSuccess,
} from './resolve-quality-finding.payload.ts';
import { resolveQualityFinding } from './resolve-quality-finding.ts';

/** For agents, producers and administrators alone, as the table of permissions says. */
@Resolver()
export class QualityWritesResolver {
  @Mutation(() => ResolveQualityFindingPayload, {
    description:
      'Décide d’un signalement. La décision tient tant que le signalement est le même, chargement après chargement. Réservé aux agents, aux producteurs et aux administrateurs.',
  })
  async resolveQualityFinding(
    @Arg('input', () => ResolveQualityFindingInput, { description: 'La décision.' })
    input: ResolveQualityFindingInput,
    @Ctx() ctx: Context,
  ): Promise<typeof ResolveQualityFindingPayload> {
    const note = input.note ?? null;
    const problems = [
      ...idempotencyKeyProblems(input.idempotencyKey),
      ...(note === null ? [] : problemsOfReason(note, 'note')),
    ];
    if (problems.length > 0) return ValidationError.of(problems);
    return ctx.db.transaction(async (tx) => {
      const done = await once(tx, attemptOf(ctx, 'resolveQualityFinding', input), async () => {
        const decision = {
          ...input,
          note: note?.trim() ?? null,
          expectedVersion: input.expectedVersion ?? null,
        };
        const resolved = await resolveQualityFinding(tx, decision, ctx.now);
        if (resolved.outcome === 'DONE') {
          await appendToJournal(tx, {
            ...authorOf(ctx),
            action: 'QUALITY_FINDING_RESOLVED',
            target: input.id,
            details: { resolution: input.resolution },
          });
        }
        return resolved;
      });
      if (done.outcome === 'CONFLICT') return keyAlreadyUsed();
      if (done.result.outcome === 'CHANGED') {
        return ConflictError.of(
          'Ce signalement a reçu une autre décision depuis qu’il a été lu.',
          done.result.currentVersion,
        );
      }
      const finding = done.result.outcome === 'DONE' ? await findQualityFinding(tx, input.id) : null;
      if (finding === null) return unknownFinding();
      return Object.assign(new ResolveQualityFindingSuccess(), { finding });
    });
  }
}

function unknownFinding(): NotFoundError {
  return Object.assign(new NotFoundError(), {
    code: 'NOT_FOUND',
    message: 'Ce signalement n’existe pas, ou n’existe plus.',
    path: ['id'],
  });
}
