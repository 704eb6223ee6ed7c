/** What decides whether a key that was found is accepted. */
export type KeyState = {
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
};

/** Whether a key is accepted at an instant, wherever it is used from. */
export function isActive(key: KeyState, now: Date): boolean {
  return key.revokedAt === null && key.expiresAt > now;
}

/** The instant some months later, on the same day of the month or on its last day. Universal time. */
export function monthsAfter(start: Date, months: number): Date {
  const end = new Date(start);
  end.setUTCMonth(end.getUTCMonth() + months);
  // 31 August plus a month would roll over to 1 October: day 0 is the last of the month meant.
  if (end.getUTCDate() !== start.getUTCDate()) end.setUTCDate(0);
  return end;
}

/** When a key that is replaced ends: after the overlap, and never later than it would have. */
export function endOfOverlap(key: KeyState, now: Date, days: number): Date {
  const end = new Date(now.getTime() + days * 86_400_000);
  return end < key.expiresAt ? end : key.expiresAt;
}
