import { type QuotaCounter, type Spending, WINDOW_MS } from './quota-counter.ts';

const MAX_BUCKETS = 50_000;

/** Counts in this process alone: for when the database is away. Forgets the oldest of too many buckets. */
export function memoryCounter(now: () => number = () => performance.now()): QuotaCounter {
  const buckets = new Map<string, { spent: number; endsAt: number }>();
  return {
    async spend(bucket, points, limit): Promise<Spending> {
      const at = now();
      const known = buckets.get(bucket);
      const current =
        known === undefined || known.endsAt <= at ? { spent: 0, endsAt: at + WINDOW_MS } : known;
      const accepted = current.spent + points <= limit;
      const spent = accepted ? current.spent + points : current.spent;
      buckets.delete(bucket);
      buckets.set(bucket, { ...current, spent });
      const [oldest] = buckets.keys();
      if (oldest !== undefined && buckets.size > MAX_BUCKETS) buckets.delete(oldest);
      // Adding then taking away rounds.
      return { accepted, spent, resetMs: Math.min(WINDOW_MS, current.endsAt - at) };
    },
  };
}
