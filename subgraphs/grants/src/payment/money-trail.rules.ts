/** Under this share of known amounts, a ratio would tell of the laureates that are known and not of the edition. */
export const COMPLETE_ENOUGH = 0.8;

export type KnownMoney = { awardedCents: number | null; paidCents: number | null; payments: number };

export type Trail = {
  awardedCents: number;
  paidCents: number;
  awardsKnown: number;
  completeness: number | null;
  awardedShare: number | null;
  paidShare: number | null;
  missing: string[];
};

/** What the amounts of an edition add up to, and the ratios that enough of them allow. */
export function trailOf(
  lines: readonly KnownMoney[],
  { envelopeCents, laureates }: { envelopeCents: number | null; laureates: number | null },
): Trail {
  const known = lines.flatMap(({ awardedCents }) => (awardedCents === null ? [] : [awardedCents]));
  const awardedCents = known.reduce((total, cents) => total + cents, 0);
  const paidCents = lines.reduce((total, line) => total + (line.paidCents ?? 0), 0);
  const completeness = laureates === null || laureates === 0 ? null : known.length / laureates;
  const complete = completeness !== null && completeness >= COMPLETE_ENOUGH;
  return {
    awardedCents,
    paidCents,
    awardsKnown: known.length,
    completeness,
    awardedShare:
      complete && envelopeCents !== null && envelopeCents > 0 ? awardedCents / envelopeCents : null,
    paidShare: complete && awardedCents > 0 ? paidCents / awardedCents : null,
    missing: [
      ...(envelopeCents === null ? ['L’enveloppe de l’édition n’est pas connue.'] : []),
      ...(laureates === null ? ['Le nombre de lauréats n’est pas connu.'] : []),
      ...(laureates !== null && known.length < laureates
        ? [`Le montant accordé est connu pour ${known.length} lauréats sur ${laureates}.`]
        : []),
    ],
  };
}
