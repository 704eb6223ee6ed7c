import { expect, test } from 'vitest';
import { INDICATORS, indicatorOf } from './indicator.catalogue.ts';

test('every indicator says what it is, how it is obtained and what it does not say', () => {
  const silent = INDICATORS.filter(
    ({ label, unit, methodology }) =>
      [label, unit, methodology.definition, methodology.computation, methodology.coverage].includes('') ||
      methodology.limitations.length === 0,
  );
  expect(silent).toEqual([]);
  expect(INDICATORS.length).toBe(21);
});

test('the code of no indicator finds none', () => {
  expect(indicatorOf('ESS_SALARIES')).toBe(null);
});
