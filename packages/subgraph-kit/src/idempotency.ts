import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';

export type Attempt = { owner: string; operation: string; key: string; body: unknown };

/** What came of an attempt: done now, done before (its stored result), or the key served another body. */
export type AttemptResult<Result> =
  | { outcome: 'DONE' | 'REPEATED'; result: Result }
  | { outcome: 'CONFLICT' };

/**
 * Does a write once per key. Must be called inside the transaction of the write: a second attempt at the same instant
 * waits for the first to commit, then gets its result. `Result` must survive JSON.
 */
export async function once<Result>(
  tx: EntityManager,
  attempt: Attempt,
  write: () => Promise<Result>,
): Promise<AttemptResult<Result>> {
  const bodyHash = createHash('sha256').update(stableJson(attempt.body)).digest('hex');
  const identity = [attempt.owner, attempt.operation, attempt.key];
  const taken: unknown[] = await tx.query(
    `INSERT INTO idempotency_key (owner, operation, key, body_hash) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING 1`,
    [...identity, bodyHash],
  );
  if (taken.length === 0) {
    const [known]: { body_hash: string; result: Result }[] = await tx.query(
      'SELECT body_hash, result FROM idempotency_key WHERE owner = $1 AND operation = $2 AND key = $3',
      identity,
    );
    if (known === undefined || known.body_hash !== bodyHash) return { outcome: 'CONFLICT' };
    return { outcome: 'REPEATED', result: known.result };
  }
  const result = await write();
  await tx.query(
    'UPDATE idempotency_key SET result = $4::jsonb WHERE owner = $1 AND operation = $2 AND key = $3',
    [...identity, JSON.stringify(result)],
  );
  return { outcome: 'DONE', result };
}

/** JSON with sorted keys: the same body written in another order has the same hash. */
function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each) && !(each instanceof Date)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
