import type { EntityManager } from 'typeorm';
import type { Context } from './context.ts';
import { once } from './idempotency.ts';
import { attemptOf, idempotencyKeyProblems, keyAlreadyUsed } from './idempotency-refusals.ts';
import { type ConflictError, UserError, ValidationError } from './refusal/refusal.type.ts';

/** Carries a refusal out of a transaction that must leave nothing, not even the use of its key. */
class Undone extends Error {
  readonly refusal: UserError;

  constructor(refusal: UserError) {
    super('A write that was refused');
    this.refusal = refusal;
  }
}

/**
 * A mutation, once per key and in one transaction. `write` does it and returns what must be kept of it to answer the same
 * request again (it survives JSON: ids and counts), or a refusal, which undoes all of it and leaves the key free. `show`
 * reads the answer from what was kept, the first time and every other time.
 */
export async function writeOnce<Outcome, Shown>(
  ctx: Context,
  operation: string,
  input: { idempotencyKey: string },
  write: (tx: EntityManager) => Promise<Outcome>,
  show: (tx: EntityManager, kept: Exclude<Outcome, UserError>) => Promise<Shown> | Shown,
): Promise<Shown | Extract<Outcome, UserError> | ValidationError | ConflictError> {
  const problems = idempotencyKeyProblems(input.idempotencyKey);
  if (problems.length > 0) return ValidationError.of(problems);
  try {
    return await ctx.db.transaction(async (tx) => {
      const done = await once(tx, attemptOf(ctx, operation, input), async () => {
        const outcome = await write(tx);
        if (outcome instanceof UserError) throw new Undone(outcome);
        return outcome as Exclude<Outcome, UserError>;
      });
      return done.outcome === 'CONFLICT' ? keyAlreadyUsed() : await show(tx, done.result);
    });
  } catch (error) {
    if (error instanceof Undone) return error.refusal as Extract<Outcome, UserError>;
    throw error;
  }
}
