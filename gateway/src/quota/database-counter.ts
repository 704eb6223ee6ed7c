import type { EntityManager } from 'typeorm';
import { type QuotaCounter, WINDOW_MS } from './quota-counter.ts';

/**
 * Counts in PostgreSQL, which all gateways share: one statement reads, decides and writes under the lock of the bucket's
 * row, by the database's own clock.
 */
export function databaseCounter(db: () => EntityManager | null): QuotaCounter {
  return {
    async spend(bucket, points, limit) {
      const manager = db();
      if (manager === null) throw new Error('The database of quotas is not open yet');
      const [row]: Row[] = await manager.query(SPEND, [bucket, points, limit]);
      if (row === undefined) throw new TypeError('The quota counter gave no row');
      return row;
    },
  };
}

/** Forgets buckets whose window is over, and with them the addresses that some are named after. */
export async function clearOldBuckets(db: EntityManager): Promise<void> {
  await db.query('DELETE FROM quota_counter WHERE ends_at <= now()');
}

type Row = { accepted: boolean; spent: number; resetMs: number };

const SPEND = `
  INSERT INTO quota_counter AS c (bucket, spent, accepted, ends_at)
  VALUES ($1, CASE WHEN $2::bigint <= $3::bigint THEN $2::bigint ELSE 0 END, $2::bigint <= $3::bigint,
          now() + interval '${WINDOW_MS} milliseconds')
  ON CONFLICT (bucket) DO UPDATE SET
    spent = CASE WHEN c.ends_at <= now() THEN excluded.spent
                 WHEN c.spent + $2::bigint <= $3::bigint THEN c.spent + $2::bigint
                 ELSE c.spent END,
    accepted = CASE WHEN c.ends_at <= now() THEN excluded.accepted ELSE c.spent + $2::bigint <= $3::bigint END,
    ends_at = CASE WHEN c.ends_at <= now() THEN excluded.ends_at ELSE c.ends_at END
  RETURNING accepted, spent::float8 AS spent, extract(epoch FROM ends_at - now())::float8 * 1000 AS "resetMs"`;
