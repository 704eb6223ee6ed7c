import { describeError, type Log } from '@graphess/subgraph-kit';
import type { QuotaCounter } from './quota-counter.ts';

type Options = {
  shared: QuotaCounter;
  /** What counts while the shared counter does not answer. */
  own: QuotaCounter;
  log: Log;
  now?: () => number;
};

/** No request waits longer than this for its quota. */
const PATIENCE_MS = 500;
/** How long the shared counter is left alone once it has failed. */
const REST_MS = 1_000;

/**
 * The shared counter, or the process's own while that one does not answer: a database that is away neither opens the
 * door wide nor closes it.
 */
export function insuredCounter({ shared, own, log, now = () => performance.now() }: Options): QuotaCounter {
  let restsUntil = Number.NEGATIVE_INFINITY;
  return {
    async spend(bucket, points, limit) {
      if (now() < restsUntil) return own.spend(bucket, points, limit);
      try {
        return await within(PATIENCE_MS, shared.spend(bucket, points, limit));
      } catch (error) {
        if (now() >= restsUntil) log.warn(describeError(error), 'quotas are counted by this process alone');
        restsUntil = now() + REST_MS;
        return own.spend(bucket, points, limit);
      }
    },
  };
}

async function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The shared counter is late')), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
