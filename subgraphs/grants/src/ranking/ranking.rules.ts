import { compare, type Fraction } from './fraction.rules.ts';
import type { Standing } from './normalise.rules.ts';

export type Ranked = Standing & {
  /** From 1; those that tie share theirs, and the next one is counted after all of them. */
  readonly rank: number;
  readonly rawRank: number;
  readonly tied: boolean;
};

/** Ranks by normalised mean, the best first; ties are exact, and in order of id. */
export function ranking(standings: readonly Standing[]): Ranked[] {
  const byId = standings.toSorted((one, other) => (one.applicationId < other.applicationId ? -1 : 1));
  const ranks = ranksBy(byId, ({ normalised }) => normalised);
  const rawRanks = ranksBy(byId, ({ raw }) => raw);
  const holders = Map.groupBy(ranks.values(), (rank) => rank);
  return byId
    .map((standing) => {
      const rank = ranks.get(standing) ?? 0;
      const tied = (holders.get(rank)?.length ?? 0) > 1;
      return { ...standing, rank, rawRank: rawRanks.get(standing) ?? 0, tied };
    })
    .sort((one, other) => one.rank - other.rank);
}

function ranksBy(standings: readonly Standing[], key: (each: Standing) => Fraction): Map<Standing, number> {
  const ranks = new Map<Standing, number>();
  let [former, rank]: [Standing | null, number] = [null, 0];
  for (const [place, each] of standings.toSorted((one, other) => compare(key(other), key(one))).entries()) {
    if (former === null || compare(key(former), key(each)) !== 0) rank = place + 1;
    ranks.set(each, rank);
    former = each;
  }
  return ranks;
}
