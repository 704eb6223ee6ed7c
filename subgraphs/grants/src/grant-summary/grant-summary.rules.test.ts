import { expect, test } from 'vitest';
import { centsPerInhabitant, grantedCents } from './grant-summary.rules.ts';

test.each([
  ['no award at all is zero', { count: 0, known: 0, knownCents: 0, unpublished: 0 }, 0],
  ['known amounts add up', { count: 2, known: 2, knownCents: 900, unpublished: 0 }, 900],
  ['one unknown amount hides the sum', { count: 2, known: 1, knownCents: 500, unpublished: 0 }, null],
  ['an award that no list names may lie here', { count: 2, known: 2, knownCents: 900, unpublished: 1 }, null],
  ['and may lie where no laureate is named', { count: 0, known: 0, knownCents: 0, unpublished: 16 }, null],
])('%s', (_rule, awards, granted) => {
  expect(grantedCents(awards)).toBe(granted);
});

test.each([
  [1_000, 50, 20],
  [0, 50, 0],
  [null, 50, null],
  [1_000, null, null],
  [1_000, 0, null],
])('%s cents for %s inhabitants are %s each', (granted, population, each) => {
  expect(centsPerInhabitant(granted, population)).toBe(each);
});
