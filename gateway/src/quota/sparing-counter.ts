import type { QuotaCounter } from './quota-counter.ts';

const MAX_BUCKETS = 10_000;

/** Remembers which buckets are empty: a flood then costs the database nothing until their window is over. */
export function sparingCounter(
  counter: QuotaCounter,
  now: () => number = () => performance.now(),
): QuotaCounter {
  const empty = new Map<string, { spent: number; resetMs: number; until: number }>();
  return {
    async spend(bucket, points, limit) {
      const known = empty.get(bucket);
      if (known !== undefined && known.until > now() && points > 0) {
        return { accepted: false, spent: known.spent, resetMs: Math.min(known.resetMs, known.until - now()) };
      }
      empty.delete(bucket);
      const spending = await counter.spend(bucket, points, limit);
      if (spending.spent >= limit) {
        const [oldest] = empty.keys();
        if (oldest !== undefined && empty.size >= MAX_BUCKETS) empty.delete(oldest);
        empty.set(bucket, { ...spending, until: now() + spending.resetMs });
      }
      return spending;
    },
  };
}
