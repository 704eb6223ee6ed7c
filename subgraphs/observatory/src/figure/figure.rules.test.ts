import { expect, test } from 'vitest';
import { type Figure, observationIdOf, withEndOfValidity } from './figure.rules.ts';

const figure: Figure = {
  datasetCode: 'ESS-FLORES',
  vintageId: 'DS:ESS-FLORES/2023',
  validFrom: '2024-01-01T00:00:00.000Z',
  indicatorCode: 'ESS_JOBS',
  territoryId: 'COM:92002',
  period: 2021,
  isDemonstration: false,
  value: 10,
  approximate: false,
  statement: null,
  quotation: null,
  sourceIds: ['insee'],
  comparableWithPrevious: false,
};

test('a figure ends when a later publication gives the same observation', () => {
  const revised = { ...figure, vintageId: 'DS:ESS-FLORES/2024', validFrom: '2025-01-01T00:00:00.000Z' };
  expect(withEndOfValidity([revised, figure])).toEqual([
    { ...figure, validTo: revised.validFrom },
    { ...revised, validTo: null },
  ]);
});

test('another year is another observation', () => {
  const next = { ...figure, period: 2022 };
  expect(withEndOfValidity([figure, next]).map(({ validTo }) => validTo)).toEqual([null, null]);
  expect(observationIdOf(next)).toBe('OBS:ESS-FLORES/ESS_JOBS/COM:92002/2022');
});
