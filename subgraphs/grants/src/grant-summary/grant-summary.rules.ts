/** What is known of the awards of a territory, and of those that no list names. */
export type KnownAwards = {
  count: number;
  known: number;
  knownCents: number;
  /** Awards of the whole programme whose laureates are not published: any of them may lie in the territory. */
  unpublished: number;
};

/** What was granted in a territory, in cents. Null when an amount is unknown or an award may be missing. */
export function grantedCents({ count, known, knownCents, unpublished }: KnownAwards): number | null {
  return known < count || unpublished > 0 ? null : knownCents;
}

/** Cents granted for each inhabitant; null when either figure is unknown or nobody lives there. */
export function centsPerInhabitant(granted: number | null, population: number | null): number | null {
  return granted === null || population === null || population === 0 ? null : granted / population;
}
