import { Claim } from '@graphess/provenance';
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
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { authorOf } from '../attempt/attempt.ts';
import { problemsOfReason } from '../attempt/check-reason.ts';
import { CLAIM_VERSION_SQL } from './claim-version.sql.ts';
import { MarkClaimCurrentInput } from './mark-claim-current.input.ts';
import { MarkClaimCurrentPayload, MarkClaimCurrentSuccess } from './mark-claim-current.payload.ts';
import { markClaimCurrent } from './mark-claim-current.ts';

/** For agents and administrators alone, as the table of permissions says. */
@Resolver()
export class ClaimWritesResolver {
  @Query(() => Int, {
    nullable: true,
    description:
      'Version de ce qui est retenu sur le champ d’une affirmation : 1, plus le nombre de choix faits. À donner à `markClaimCurrent` ; nulle si l’affirmation n’existe pas.',
  })
  async claimVersion(
    @Arg('id', () => ID, { description: 'L’affirmation.' }) id: string,
    @Ctx() { db }: Context,
  ): Promise<number | null> {
    const [claim]: { version: number }[] = await db.query(
      `SELECT ${CLAIM_VERSION_SQL} AS version FROM claim WHERE id = $1`,
      [id],
    );
    return claim?.version ?? null;
  }

  @Mutation(() => MarkClaimCurrentPayload, {
    description:
      'Retient une affirmation parmi celles qui se contredisent sur un champ ; les autres restent au registre. Le choix tient, chargement après chargement. Réservé aux agents et aux administrateurs.',
  })
  async markClaimCurrent(
    @Arg('input', () => MarkClaimCurrentInput, { description: 'Le choix.' }) input: MarkClaimCurrentInput,
    @Ctx() ctx: Context,
  ): Promise<typeof MarkClaimCurrentPayload> {
    const problems = [...idempotencyKeyProblems(input.idempotencyKey), ...problemsOfReason(input.reason)];
    if (problems.length > 0) return ValidationError.of(problems);
    return ctx.db.transaction(async (tx) => {
      const done = await once(tx, attemptOf(ctx, 'markClaimCurrent', input), async () => {
        const marked = await markClaimCurrent(
          tx,
          { ...input, expectedVersion: input.expectedVersion ?? null },
          ctx.now,
        );
        if (marked.outcome === 'DONE') {
          const { subject, field } = marked;
          const details = { subject, field };
          await appendToJournal(tx, { ...authorOf(ctx), action: 'CLAIM_HELD', target: input.id, details });
        }
        return marked;
      });
      if (done.outcome === 'CONFLICT') return keyAlreadyUsed();
      if (done.result.outcome === 'OF_ANOTHER') {
        return ConflictError.of(`Cette affirmation est tenue par un autre domaine : ${done.result.origin}.`);
      }
      if (done.result.outcome === 'CHANGED') {
        return ConflictError.of(
          'Un autre choix a été fait sur ce champ depuis qu’il a été lu.',
          done.result.currentVersion,
        );
      }
      const claim = await tx.findOneBy(Claim, { id: input.id });
      if (done.result.outcome === 'UNKNOWN' || claim === null) return unknownClaim();
      return Object.assign(new MarkClaimCurrentSuccess(), { claim });
    });
  }
}

function unknownClaim(): NotFoundError {
  return Object.assign(new NotFoundError(), {
    code: 'NOT_FOUND',
    message: 'Cette affirmation n’existe pas.',
    path: ['id'],
  });
}
