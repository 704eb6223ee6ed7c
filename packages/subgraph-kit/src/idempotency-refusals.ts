import type { Context } from './context.ts';
import type { Attempt } from './idempotency.ts';
import { collect, type Problem, problem } from './refusal/problem.ts';
import { ConflictError } from './refusal/refusal.type.ts';

const LONGEST_KEY = 255;

/** Controls, marks that turn the direction of a text or cannot be seen, and what Unicode has not assigned. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Whether a text holds a character that nobody sees. */
export function isUnprintable(text: string): boolean {
  return UNPRINTABLE.test(text);
}

/** What stands in the way of an idempotency key, as problems of the input `idempotencyKey`. */
export function idempotencyKeyProblems(key: string): Problem[] {
  const isPlain = key.length <= LONGEST_KEY && key.trim() !== '' && !isUnprintable(key);
  return collect(
    !isPlain &&
      problem('IDEMPOTENCY_KEY_MALFORMED', 'La clé de reprise a de 1 à 255 caractères imprimables.', [
        'idempotencyKey',
      ]),
  );
}

/** The attempt that a mutation makes for whoever asks: the input with its key is the body that `once` compares. */
export function attemptOf(
  { viewer }: Pick<Context, 'viewer'>,
  operation: string,
  input: { idempotencyKey: string },
): Attempt {
  return { owner: viewer.subject ?? '', operation, key: input.idempotencyKey, body: input };
}

/** The refusal of a key that served another body. */
export function keyAlreadyUsed(): ConflictError {
  return ConflictError.of('Cette clé de reprise a déjà servi à une autre demande.');
}
