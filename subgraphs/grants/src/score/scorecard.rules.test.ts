import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rounded } from '../ranking/fraction.rules.ts';
import { ranking } from '../ranking/ranking.rules.ts';
import type { GridCriterion } from './graded.type.ts';
import { reviewValue, scoresOfCall } from './scorecard.rules.ts';

const GRID: GridCriterion[] = [
  { code: 'IMPACT', label: 'Utilité sociale', weight: '0.5', maxScore: 5 },
  { code: 'BUDGET', label: 'Budget', weight: '0.3', maxScore: 10 },
  { code: 'TEAM', label: 'Équipe', weight: '0.2', maxScore: 20 },
];
const given = (...scores: (number | null)[]) =>
  GRID.map(({ code }, index) => ({ criterion: code, score: scores[index] ?? null }));
const outOfHundred = (...scores: (number | null)[]) => {
  const value = reviewValue(GRID, given(...scores));
  return value === null ? null : rounded(value);
};

test.each([
  [[5, 10, 20], 100],
  [[0, 0, 0], 0],
  [[4, 5, 10], 65],
  [[4, null, 10], 71.4286],
  [[null, null, 5], 25],
])('the scores %j come to %d out of 100', (scores, value) => {
  expect(outOfHundred(...scores)).toBe(value);
});

test('a criterion that does not apply is as if the grid had none', () => {
  const scores = fc.tuple(...GRID.map(({ maxScore }) => fc.option(fc.integer({ min: 0, max: maxScore }))));
  fc.assert(
    fc.property(scores, (each) => {
      const kept = GRID.filter((_, index) => each[index] !== null);
      expect(reviewValue(GRID, given(...each))).toEqual(
        reviewValue(
          kept,
          given(...each).filter(({ score }) => score !== null),
        ),
      );
    }),
  );
  expect(outOfHundred(null, null, null)).toBe(null);
});

test('a scorecard has means of criteria on their scales, without those that nobody scored', () => {
  const review = (applicationId: string, reviewer: string, ...scores: (number | null)[]) => ({
    applicationId,
    reviewer,
    scores: given(...scores),
  });
  const scores = scoresOfCall(GRID, [
    review('a1', 'r1', 5, null, 10),
    review('a1', 'r2', 4, null, null),
    review('a2', 'r1', 2, 5, 10),
    review('a3', 'r1', null, null, null),
  ]);
  expect([...scores].map(([id, { standing: _, ...card }]) => [id, card])).toEqual([
    [
      'a1',
      {
        criteria: [
          { code: 'IMPACT', label: 'Utilité sociale', weight: 0.5, mean: 4.5, n: 2 },
          { code: 'TEAM', label: 'Équipe', weight: 0.2, mean: 10, n: 1 },
        ],
        weightedMean: 82.8571,
        normalizedMean: 84.2857,
        spread: 5.7143,
      },
    ],
    [
      'a2',
      {
        criteria: [
          { code: 'IMPACT', label: 'Utilité sociale', weight: 0.5, mean: 2, n: 1 },
          { code: 'BUDGET', label: 'Budget', weight: 0.3, mean: 5, n: 1 },
          { code: 'TEAM', label: 'Équipe', weight: 0.2, mean: 10, n: 1 },
        ],
        weightedMean: 45,
        normalizedMean: 43.5714,
        spread: 0,
      },
    ],
  ]);
});

test('points given to one reviewer on every criterion change no corrected rank, whatever does not apply', () => {
  const grid = GRID.map((each) => ({ ...each, maxScore: 20 }));
  const pairs = ['a1', 'a2', 'a3', 'a4'].flatMap((id) =>
    ['r1', 'r2', 'r3'].map((reviewer) => [id, reviewer] as const),
  );
  const scores = fc.tuple(...grid.map(() => fc.option(fc.integer({ min: 0, max: 15 }))));
  const reviews = fc.subarray(pairs, { minLength: 1 }).chain((some) =>
    fc.array(scores, { minLength: some.length, maxLength: some.length }).map((all) =>
      some.map(([applicationId, reviewer], index) => ({
        applicationId,
        reviewer,
        scores: given(...(all[index] ?? [])),
      })),
    ),
  );
  const ranksOf = (all: Parameters<typeof scoresOfCall>[1]) =>
    ranking([...scoresOfCall(grid, all).values()].map(({ standing }) => standing)).map(
      ({ applicationId, rank }) => [applicationId, rank],
    );
  fc.assert(
    fc.property(reviews, fc.integer({ min: 1, max: 5 }), (all, points) => {
      const lenient = all.map((review) =>
        review.reviewer === 'r2'
          ? {
              ...review,
              scores: review.scores.map(({ criterion, score }) => ({
                criterion,
                score: score === null ? null : score + points,
              })),
            }
          : review,
      );
      expect(ranksOf(lenient.toReversed())).toEqual(ranksOf(all));
    }),
    { numRuns: 200 },
  );
});
