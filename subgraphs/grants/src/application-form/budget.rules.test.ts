import { expect, test } from 'vitest';
import { problemsOfBalance, problemsOfLines, totalsOf } from './budget.rules.ts';

const line = (account: string, cents: number) => ({ account, cents, label: null });
const codes = (lines: ReturnType<typeof line>[]) =>
  problemsOfBalance({ year: null, lines }, 'projectBudget').map(({ code }) => code);

test.each([
  ['equal to the cent', [line('60', 10), line('64', 20), line('74', 29), line('70', 1)], []],
  ['a cent apart', [line('60', 10), line('74', 11)], ['BUDGET_UNBALANCED']],
  ['amounts that floats would not add up', [line('60', 10), line('61', 20), line('70', 30)], []],
  ['contributions on one side only', [line('86', 5)], ['CONTRIBUTIONS_UNBALANCED']],
  [
    'contributions for charges',
    [line('60', 5), line('87', 5)],
    ['BUDGET_UNBALANCED', 'CONTRIBUTIONS_UNBALANCED'],
  ],
  ['nothing', [], []],
])('%s', (_case, lines, expected) => {
  expect(codes(lines)).toEqual(expected);
});

test('each side is added up by itself', () => {
  expect(
    totalsOf([line('60', 1), line('69', 2), line('70', 4), line('79', 8), line('86', 16), line('87', 32)]),
  ).toEqual({
    ...{ charges: 3, produits: 12, contributionsUsed: 16, contributionsReceived: 32 },
  });
});

test('an account that is none, and an amount that is none, are told where they stand', () => {
  const budget = {
    year: null,
    lines: [line('60', 1), line('80', 1), line('601', -1), line('70', 100_000_000_001)],
  };
  expect(
    problemsOfLines(budget, 'projectBudget').map(({ code, path }) => [code, path?.slice(2).join('.')]),
  ).toEqual([
    ['BUDGET_ACCOUNT_UNKNOWN', 'lines.1.account'],
    ['BUDGET_ACCOUNT_UNKNOWN', 'lines.2.account'],
    ['BUDGET_AMOUNT', 'lines.2.cents'],
    ['BUDGET_AMOUNT', 'lines.3.cents'],
  ]);
});
