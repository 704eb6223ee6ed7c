/** A subgraph, or what stands before it, that says itself that it cannot answer at the moment. */
export class Momentary extends Error {
  override name = 'Momentary';
}

const MOMENTARY_STATUSES: readonly number[] = [502, 503, 504];
const MOMENTARY_CODES: readonly unknown[] = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'];

/** Throws Momentary when the status is one that a balancer answers for a server it does not reach. */
export function refuseMomentary(status: number): void {
  if (MOMENTARY_STATUSES.includes(status)) throw new Momentary(`answered ${status}`);
}

/** Whether the same question, asked again at once, may well be answered: the connection failed, nobody was slow. */
export function isMomentary(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    error instanceof Momentary ||
    ('code' in error && MOMENTARY_CODES.includes(error.code)) ||
    isMomentary(error.cause)
  );
}

/** In tenths of a second attempt. */
const EARNED_PER_CALL = 1;
const PRICE = 10;
const SAVED_AT_MOST = 10 * PRICE;

/**
 * Second attempts are one call in ten at most, ten at once, so that they never add up to a second load on a subgraph that
 * already bends (https://finagle.github.io/blog/2016/02/08/retry-budgets/).
 */
export function retryBudget(): { earn(): void; spend(): boolean } {
  let saved = SAVED_AT_MOST;
  return {
    earn: () => {
      saved = Math.min(SAVED_AT_MOST, saved + EARNED_PER_CALL);
    },
    spend: () => {
      if (saved < PRICE) return false;
      saved -= PRICE;
      return true;
    },
  };
}
