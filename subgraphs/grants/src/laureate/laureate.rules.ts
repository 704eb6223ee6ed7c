/** What the totals say of amounts: how many there are, how many are known, and what those add up to. */
export type KnownAmounts = { count: number; known: number; knownCents: number };

/** The sum of all amounts, in cents; null as soon as one of them is unknown, and 0 where there is none. */
export function sumOfAll({ count, known, knownCents }: KnownAmounts): number | null {
  return known < count ? null : knownCents;
}
