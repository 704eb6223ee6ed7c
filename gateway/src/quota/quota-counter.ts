/** What came of an attempt to spend points of a bucket. */
export type Spending = {
  /** Whether they were there; if not, none was taken. */
  readonly accepted: boolean;
  /** Points spent in the current window. */
  readonly spent: number;
  /** Milliseconds until the bucket is full again. */
  readonly resetMs: number;
};

/**
 * Counts points spent by bucket, in windows of a minute that begin with their first point. Whoever asks at the same
 * instant, no more than `limit` points of a window are ever accepted.
 */
export type QuotaCounter = {
  spend(bucket: string, points: number, limit: number): Promise<Spending>;
};

export const WINDOW_MS = 60_000;
