import { expect, test } from 'vitest';
import { cogYearOf } from './territory.rules.ts';

test('the year of the geographic code is that of the major version of its package', () => {
  expect(cogYearOf('6.0.0')).toBe(2026);
  expect(cogYearOf('6.12.1')).toBe(2026);
});

test('a package of an unknown year says what to add', () => {
  expect(() => cogYearOf('7.0.0')).toThrow(
    new RangeError(
      '@etalab/decoupage-administratif 7.0.0 is of an unknown year: add "7: <year>" to COG_YEAR_OF_MAJOR in territory.rules.ts',
    ),
  );
});
