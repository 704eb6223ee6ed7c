import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, type Fraction, fraction, plus, rounded } from './fraction.rules.ts';
import { type Judgement, normalise } from './normalise.rules.ts';
import { ranking } from './ranking.rules.ts';

const judgement = (applicationId: string, reviewer: string, points: number): Judgement => ({
  applicationId,
  reviewer,
  value: fraction(BigInt(points)),
});
const shown = (judgements: readonly Judgement[]) =>
  normalise(judgements).map(({ applicationId, raw, normalised, group }) => [
    applicationId,
    rounded(raw),
    rounded(normalised),
    group,
  ]);
const ranksOf = (judgements: readonly Judgement[]) =>
  ranking(normalise(judgements)).map(({ applicationId, rank, tied }) => [applicationId, rank, tied]);
const rawRanksOf = (judgements: readonly Judgement[]) =>
  ranking(normalise(judgements))
    .map(({ applicationId, rawRank }) => [applicationId, rawRank])
    .sort();

const REVIEWERS = ['r1', 'r2', 'r3', 'r4'];
const APPLICATIONS = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'];
const pairs = REVIEWERS.flatMap((reviewer) => APPLICATIONS.map((id) => [id, reviewer] as const));
/** Some of the pairs, connected or not, with points out of 100. */
const someJudgements = fc
  .subarray(pairs, { minLength: 1 })
  .chain((some) =>
    fc
      .array(fc.integer({ min: 0, max: 100 }), { minLength: some.length, maxLength: some.length })
      .map((points) => some.map(([id, reviewer], index) => judgement(id, reviewer, points[index] ?? 0))),
  );
const lenient = (judgements: readonly Judgement[], reviewer: string, by: Fraction) =>
  judgements.map((each) => (each.reviewer === reviewer ? { ...each, value: plus(each.value, by) } : each));

describe('a constant given to one reviewer', () => {
  test('changes no normalised rank, and no tie', () => {
    const constant = fc.tuple(fc.bigInt({ min: -500n, max: 500n }), fc.bigInt({ min: 1n, max: 7n }));
    fc.assert(
      fc.property(
        someJudgements,
        fc.constantFrom(...REVIEWERS),
        constant,
        (judgements, reviewer, [over, of]) => {
          expect(ranksOf(lenient(judgements, reviewer, fraction(over, of)))).toEqual(ranksOf(judgements));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('changes plain means, which is what it would decide without the correction', () => {
    const judgements = [
      ...[judgement('a1', 'r1', 60), judgement('a1', 'r2', 50), judgement('a2', 'r1', 50)],
      ...[judgement('a2', 'r3', 70), judgement('a3', 'r2', 40), judgement('a3', 'r3', 80)],
    ];
    expect(rawRanksOf(lenient(judgements, 'r2', fraction(30n)))).not.toEqual(rawRanksOf(judgements));
    expect(ranksOf(lenient(judgements, 'r2', fraction(30n)))).toEqual(ranksOf(judgements));
  });
});

test('the order of the judgements does not matter, to the last digit', () => {
  const shuffled = someJudgements.chain((judgements) =>
    fc.tuple(
      fc.constant(judgements),
      fc.shuffledSubarray(judgements, { minLength: judgements.length, maxLength: judgements.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([judgements, others]) => {
      expect(normalise(others)).toEqual(normalise(judgements));
    }),
  );
});

test('when everybody judges everything, it is the plain mean', () => {
  const points = fc.array(fc.integer({ min: 0, max: 100 }), {
    minLength: pairs.length,
    maxLength: pairs.length,
  });
  fc.assert(
    fc.property(points, (all) => {
      const judgements = pairs.map(([id, reviewer], index) => judgement(id, reviewer, all[index] ?? 0));
      for (const { raw, normalised } of normalise(judgements)) expect(compare(raw, normalised)).toBe(0);
    }),
  );
});

test('when reviewers are alike, it is the plain mean, whoever judges what, as long as all are tied together', () => {
  fc.assert(
    fc.property(someJudgements, (some) => {
      const merit = (id: string) => fraction(BigInt(id.slice(1)) * 10n);
      const judgements = some.map((each) => ({ ...each, value: merit(each.applicationId) }));
      const standings = normalise(judgements);
      fc.pre(standings.every(({ group }) => group === 1));
      expect(standings.map(({ normalised }) => normalised)).toEqual(
        standings.map(({ applicationId }) => merit(applicationId)),
      );
    }),
    { numRuns: 300 },
  );
});

test('a severe reviewer costs nothing to those who had them', () => {
  expect(
    shown([
      ...[judgement('a1', 'mild', 80), judgement('a2', 'mild', 70)],
      ...[judgement('a2', 'severe', 40), judgement('a3', 'severe', 60)],
    ]),
  ).toEqual([
    ['a1', 80, 65, 1],
    ['a2', 55, 55, 1],
    ['a3', 60, 75, 1],
  ]);
});

test('groups without a reviewer in common are told apart, and taken to be of equal merit', () => {
  expect(
    shown([
      ...[judgement('a1', 'r1', 90), judgement('a2', 'r1', 70)],
      ...[judgement('b1', 'r2', 50), judgement('b2', 'r2', 30)],
    ]),
  ).toEqual([
    ['a1', 90, 70, 1],
    ['a2', 70, 50, 1],
    ['b1', 50, 70, 2],
    ['b2', 30, 50, 2],
  ]);
});

test('those who tie share a rank, and the next is counted after all of them', () => {
  const one = (id: string, points: number) => judgement(id, 'r1', points);
  expect(ranksOf([one('c', 50), one('a', 70), one('b', 70), one('d', 90)])).toEqual([
    ['d', 1, false],
    ['a', 2, true],
    ['b', 2, true],
    ['c', 4, false],
  ]);
});

test('nothing judged ranks nothing', () => {
  expect(normalise([])).toEqual([]);
});

test('forty jurors and a hundred applications are worked out exactly', () => {
  const judgements = Array.from({ length: 100 }, (_, application) =>
    [1, 7, 11].map((step) =>
      judgement(
        `a${application}`,
        `r${(application * step + step) % 40}`,
        (application * 37 + step * 13) % 101,
      ),
    ),
  ).flat();
  const distinct = [
    ...new Map(judgements.map((each) => [`${each.applicationId} ${each.reviewer}`, each])).values(),
  ];
  expect(ranksOf(lenient(distinct, 'r3', fraction(17n, 3n)))).toEqual(ranksOf(distinct));
});
