import {
  compare,
  decimal,
  dividedBy,
  type Fraction,
  fraction,
  mean,
  minus,
  rounded,
  sum,
  times,
} from '../ranking/fraction.rules.ts';
import { type Judgement, normalise, type Standing } from '../ranking/normalise.rules.ts';
import type { GivenScore, GridCriterion, SubmittedReview } from './graded.type.ts';

const HUNDRED = fraction(100n);

/**
 * What one review comes to, from 0 to 100: the mean of its scores, each as a share of the most that its criterion gives, by
 * weight. A criterion that does not apply is as if the grid had none; null when none applies.
 */
export function reviewValue(grid: readonly GridCriterion[], scores: readonly GivenScore[]): Fraction | null {
  const counted = grid.flatMap(({ code, weight, maxScore }) => {
    const score = scores.find(({ criterion }) => criterion === code)?.score ?? null;
    return score === null
      ? []
      : [{ weight: decimal(weight), share: fraction(BigInt(score), BigInt(maxScore)) }];
  });
  if (counted.length === 0) return null;
  const total = sum(counted.map(({ weight, share }) => times(weight, share)));
  return times(HUNDRED, dividedBy(total, sum(counted.map(({ weight }) => weight))));
}

/** The reviews of an edition as judgements; one in which no criterion applies judges nothing. */
function judgementsOf(grid: readonly GridCriterion[], reviews: readonly SubmittedReview[]): Judgement[] {
  return reviews.flatMap(({ applicationId, reviewer, scores }) => {
    const value = reviewValue(grid, scores);
    return value === null ? [] : [{ applicationId, reviewer, value }];
  });
}

export type Scores = {
  criteria: { code: string; label: string; weight: number; mean: number; n: number }[];
  weightedMean: number;
  normalizedMean: number;
  spread: number;
};

/** The scores of each application of an edition that has some, and where each stands. */
export function scoresOfCall(
  grid: readonly GridCriterion[],
  reviews: readonly SubmittedReview[],
): Map<string, Scores & { standing: Standing }> {
  const judgements = judgementsOf(grid, reviews);
  const values = Map.groupBy(judgements, ({ applicationId }) => applicationId);
  return new Map(
    normalise(judgements).map((standing) => {
      const { applicationId } = standing;
      const own = (values.get(applicationId) ?? []).map(({ value }) => value).sort(compare);
      return [
        applicationId,
        {
          criteria: criteriaOf(
            grid,
            reviews.filter((review) => review.applicationId === applicationId),
          ),
          weightedMean: rounded(standing.raw),
          normalizedMean: rounded(standing.normalised),
          spread: rounded(minus(own.at(-1) as Fraction, own[0] as Fraction)),
          standing,
        },
      ];
    }),
  );
}

/** Means of criteria, each on its own scale; one that nobody scored has no mean and is left out. */
function criteriaOf(grid: readonly GridCriterion[], reviews: readonly SubmittedReview[]): Scores['criteria'] {
  return grid.flatMap(({ code, label, weight }) => {
    const given = reviews.flatMap(({ scores }) =>
      scores.flatMap(({ criterion, score }) =>
        criterion === code && score !== null ? [fraction(BigInt(score))] : [],
      ),
    );
    return given.length === 0
      ? []
      : [{ code, label, weight: Number(weight), mean: rounded(mean(given)), n: given.length }];
  });
}
