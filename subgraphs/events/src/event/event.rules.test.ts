import { expect, test } from 'vitest';
import { lastPossibleDay } from './event.rules.ts';

test.each([
  { precision: 'DAY', startsOn: '2024-11-13', endsOn: null, expected: '2024-11-13' },
  { precision: 'MONTH', startsOn: '2022-11-01', endsOn: null, expected: '2022-11-30' },
  { precision: 'MONTH', startsOn: '2028-02-01', endsOn: null, expected: '2028-02-29' },
  { precision: 'MONTH', startsOn: '2026-02-01', endsOn: null, expected: '2026-02-28' },
  { precision: 'MONTH', startsOn: '2026-12-01', endsOn: null, expected: '2026-12-31' },
  { precision: 'INSTANT', startsOn: '2024-11-13', endsOn: '2024-11-13', expected: '2024-11-13' },
  { precision: 'INSTANT', startsOn: '2026-12-31', endsOn: '2027-01-01', expected: '2027-01-01' },
  { precision: 'INSTANT', startsOn: '2026-03-29', endsOn: null, expected: '2026-03-29' },
] as const)(
  'an event known to the $precision from $startsOn (ending $endsOn) may last until $expected',
  ({ expected, ...event }) => {
    expect(lastPossibleDay(event)).toEqual(expected);
  },
);
