import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FEWEST, tellsBreakdown, tellsTotal } from './small-cells.rules.ts';

const edition = (counts: number[], elsewhere = 0) => ({
  settled: true,
  total: counts.reduce((sum, each) => sum + each, elsewhere),
  cells: new Map(counts.map((count, rank) => [`${rank}`, count])),
  elsewhere,
});

test.each([
  [[5, 5], 0, true],
  [[5, 4], 0, false],
  [[50, 0], 0, false],
  [[5, 5], 4, false],
  [[5, 5], 5, true],
  [[], 9, false],
])('%j and %i elsewhere: %j', (counts, elsewhere, told) => {
  expect(tellsBreakdown(edition(counts, elsewhere))).toBe(told);
});

test('nothing is told of an edition that moves', () => {
  const moving = { ...edition([9, 9]), settled: false };
  expect([tellsTotal(moving), tellsBreakdown(moving)]).toEqual([false, false]);
});

test('of a hidden breakdown, any small cell could be empty or not with the same total, and be hidden too', () => {
  const counts = fc.array(fc.nat(9), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(counts, fc.nat(), (cells, pick) => {
      const small = cells.flatMap((count, rank) => (count < FEWEST ? [rank] : []));
      if (small.length === 0) return;
      const here = small[pick % small.length] ?? 0;
      const there = (here + 1) % cells.length;
      const from = cells.findIndex((count, rank) => rank !== here && count > 0);
      const other = [...cells];
      const moved = cells[here] ?? 0;
      if (moved > 0) {
        other[here] = 0;
        other[there] = (cells[there] ?? 0) + moved;
      } else if (from >= 0) {
        other[here] = 1;
        other[from] = (cells[from] ?? 0) - 1;
      } else return;
      expect([edition(other).total, tellsBreakdown(edition(cells)), tellsBreakdown(edition(other))]).toEqual([
        edition(cells).total,
        false,
        false,
      ]);
    }),
  );
});
