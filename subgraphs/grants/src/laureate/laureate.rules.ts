/** What the totals say of amounts: how many there are, how many are known, and what those add up to. */
export type KnownAmounts = { count: number; known: number; knownCents: number };

/**
 * The sum of all amounts, in cents; null as soon as one of them is unknown. An empty list adds up to 0, unless awards that
 * nobody names could be of it: what is not known is not zero.
 */
export function sumOfAll({ count, known, knownCents }: KnownAmounts, unpublished: number): number | null {
  return known < count || (count === 0 && unpublished > 0) ? null : knownCents;
}
