/** Above it in a year, an agreement is compulsory: loi 2000-321, article 10, and décret 2001-495, article 1. */
export const THRESHOLD_CENTS = 2_300_000;

/** Whether a year's grants exceed the threshold; null when those that are not known may decide of it. */
export function isAboveThreshold({ cents, unknown }: { cents: number; unknown: number }): boolean | null {
  if (cents > THRESHOLD_CENTS) return true;
  return unknown > 0 ? null : false;
}
