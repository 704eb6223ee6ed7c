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
  const rankBy = (key: (each: Standing) => Fraction, own: Standing) =>
    1 + standings.filter((other) => compare(key(other), key(own)) > 0).length;
  return standings
    .map((own) => ({
      ...own,
      rank: rankBy(({ normalised }) => normalised, own),
      rawRank: rankBy(({ raw }) => raw, own),
      tied: standings.some(
        (other) =>
          other.applicationId !== own.applicationId && compare(other.normalised, own.normalised) === 0,
      ),
    }))
    .sort((one, other) => one.rank - other.rank || (one.applicationId < other.applicationId ? -1 : 1));
}
