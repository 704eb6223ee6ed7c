import { expect, test } from 'vitest';
import { boundsOf } from './milestone.rules.ts';

test.each([
  ['DAY', '2024-10-14', '2024-10-14', '2024-10-14'],
  ['MONTH', '2025-11', '2025-11-01', '2025-11-30'],
  ['MONTH', '2024-02', '2024-02-01', '2024-02-29'],
  ['START_OF_MONTH', '2025-05', '2025-05-01', '2025-05-10'],
  ['END_OF_MONTH', '2025-05', '2025-05-21', '2025-05-31'],
  ['END_OF_MONTH', '2025-12', '2025-12-21', '2025-12-31'],
  ['DAY_WITHOUT_YEAR', '--02-06', null, null],
] as const)('%s %s goes from %s to %s', (precision, value, earliest, latest) => {
  expect(boundsOf(precision, value)).toEqual({ earliest, latest });
});

test('a date that has not the form of its precision is refused', () => {
  expect(() => boundsOf('MONTH', '2025-11-01')).toThrow(RangeError);
});
