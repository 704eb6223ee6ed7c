import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from './seeded-random.ts';

const draws = (seed: string, count: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, random);
};

describe('seededRandom', () => {
  it('repeats its sequence from the same seed, and only from it', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(draws(seed, 5)).toEqual(draws(seed, 5));
      }),
    );
    expect(draws('a', 3)).not.toEqual(draws('b', 3));
  });

  it('stays from 0 to below 1, around one half', () => {
    const values = draws('moyenne', 10_000);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(values.filter((value) => value < 0 || value >= 1)).toEqual([]);
    expect(mean).toBeCloseTo(0.5, 1);
  });

  it('does not change: data already shown would', () => {
    expect(draws('graphess', 3).map((value) => Math.round(value * 1e6))).toEqual([439319, 907756, 48574]);
  });
});
