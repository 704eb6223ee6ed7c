import type { Job } from './job.ts';

/** How long a write may be repeated under its key without being done again. */
export const IDEMPOTENCY_DAYS = 90;

/** Removes old idempotency keys, every night: for subgraphs that have mutations. */
export const pruneIdempotencyKeys: Job = {
  name: 'prune-idempotency-keys',
  schedule: '5 3 * * *',
  async handler({ db }) {
    await db.query('DELETE FROM idempotency_key WHERE created_at < now() - make_interval(days => $1)', [
      IDEMPOTENCY_DAYS,
    ]);
  },
};
