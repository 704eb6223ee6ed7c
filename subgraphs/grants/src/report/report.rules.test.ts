import { expect, test } from 'vitest';
import { monthsAfter, reportOn } from './report.rules.ts';

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-06-01', 6, '2026-12-01'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-03-31', 120, '2036-03-31'],
])('%s and %i months is %s', (day, months, expected) => {
  expect(monthsAfter(day, months)).toBe(expected);
});

const DECIDED = { decidedOn: '2026-06-01', monthsAfter: 6, returnedOn: null };

test.each([
  ['2026-12-01', null, null, '2026-12-01', 'DUE'],
  ['2026-12-02', null, null, '2026-12-01', 'LATE'],
  ['2027-03-01', 'RECEIVED', null, '2026-12-01', 'RECEIVED'],
  ['2027-03-01', 'ACCEPTED', null, '2026-12-01', 'ACCEPTED'],
  ['2026-12-31', 'RETURNED', '2026-12-01', '2026-12-31', 'RETURNED'],
  ['2027-01-01', 'RETURNED', '2026-12-01', '2026-12-31', 'LATE'],
  ['2026-11-15', 'RETURNED', '2026-09-01', '2026-12-01', 'RETURNED'],
] as const)(
  'on %s, stored %s and returned on %s, it is due on %s and %s',
  (today, status, returnedOn, dueOn, state) => {
    expect(reportOn(today, { ...DECIDED, status, returnedOn })).toEqual({ dueOn, status: state });
  },
);
