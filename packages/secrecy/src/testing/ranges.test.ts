import { expect, test } from 'vitest';
import { rangesOf } from './ranges.ts';

test('a sum, a ratio and an order bound what nobody told', async () => {
  const sum = { terms: [[0, 1] as const, [1, 1] as const], lower: 10, upper: 10 };
  const atLeastTwice = { terms: [[0, 1] as const, [1, -2] as const], lower: 0, upper: null };
  expect([await rangesOf(3, [sum]), await rangesOf(2, [sum, atLeastTwice])]).toEqual([
    [
      { low: 0, high: 10 },
      { low: 0, high: 10 },
      { low: 0, high: null },
    ],
    [
      { low: expect.closeTo(20 / 3), high: 10 },
      { low: 0, high: expect.closeTo(10 / 3) },
    ],
  ]);
});

test('what contradicts itself bounds nothing', async () => {
  const is = (value: number) => ({ terms: [[0, 1] as const], lower: value, upper: value });
  await expect(rangesOf(1, [is(1), is(2)])).rejects.toThrow(RangeError);
});
