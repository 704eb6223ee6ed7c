import { expect, test } from 'vitest';
import { propose } from './propose.rules.ts';

const PROJECTS = [
  { id: 'a', cents: 1_000_000, score: 90 },
  { id: 'b', cents: 600_000, score: 60 },
  { id: 'c', cents: 500_000, score: 55 },
  { id: 'd', cents: 1_500_000, score: 95 },
  { id: 'e', cents: 100, score: null },
  { id: 'f', cents: null, score: 80 },
];

test('a proposal says what is funded, who is left out and why, and what the next euro changes', () => {
  expect(propose(PROJECTS, 1_100_000)).toEqual({
    fundedIds: ['b', 'c'],
    cents: 1_100_000,
    score: 115,
    leftOut: [
      { id: 'a', reason: 'OTHERS_SCORE_MORE' },
      { id: 'd', reason: 'ABOVE_BUDGET' },
      { id: 'e', reason: 'NOT_SCORED' },
      { id: 'f', reason: 'AMOUNT_UNKNOWN' },
    ],
    next: { extraCents: 400_000, adds: ['a'], removes: ['b'] },
  });
});

test('where all that is scored is funded, more money changes nothing', () => {
  expect(propose(PROJECTS.slice(0, 3), 2_100_000)).toEqual({
    fundedIds: ['a', 'b', 'c'],
    cents: 2_100_000,
    score: 205,
    leftOut: [],
    next: null,
  });
});
