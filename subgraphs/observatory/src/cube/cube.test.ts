import { expect, test } from 'vitest';
import { breakdownOf, dimensionsOf, parseBreakdown } from './breakdown.ts';
import { dimensionLabel, dimensionOf, isDimensionValue } from './dimension.catalogue.ts';
import { A17, A88, divisionsOf, sectorOf } from './sector.catalogue.ts';

test('the 88 divisions lie each in one of the 17 items', () => {
  expect([A17.size, A88.size]).toEqual([17, 88]);
  expect([...A88.keys()].filter((division) => !A17.has(sectorOf(division) ?? ''))).toEqual([]);
  expect([...A17.keys()].flatMap(divisionsOf).sort()).toEqual([...A88.keys()]);
  expect(divisionsOf('OQ')).toEqual(['84', '85', '86', '87', '88']);
  expect([sectorOf('94'), sectorOf('04'), divisionsOf('ZZ')]).toEqual(['RU', null, []]);
});

test.each([
  ['ESS_FAMILY', 'FONDATION', 'Fondations'],
  ['SECTOR_A17', 'LZ', 'Activités immobilières'],
  ['SECTOR_A88', '88', 'Action sociale sans hébergement'],
  ['SIZE_CLASS', 'E0', 'Sans salarié au 31 décembre'],
  ['SIZE_CLASS', 'E1000T1999', '1\u202f000 à 1\u202f999 salariés'],
  ['SIZE_CLASS', 'E_GE500', '500 salariés ou plus'],
  ['LEGAL_CATEGORY', '9220', 'Association déclarée'],
  ['LEGAL_CATEGORY', '2AAAA', '2AAAA'],
  ['ESS_FAMILY', 'SCOP', null],
  ['SECTOR_A88', '04', null],
  ['SIZE_CLASS', 'E9T5', null],
  ['SIZE_CLASS', '1T4', null],
  ['LEGAL_CATEGORY', '9220|X', null],
] as const)('%s %s is labelled %s', (dimension, code, label) => {
  expect(dimensionLabel(dimension, code)).toBe(label);
  expect(isDimensionValue(dimension, code)).toBe(label !== null);
});

test('the text of a detail names its dimensions in alphabetical order, and is read back', () => {
  const text = breakdownOf({ SECTOR_A17: 'OQ', ESS_FAMILY: 'ASSOCIATION', SIZE_CLASS: 'E_GE500' });
  expect(text).toBe('ESS_FAMILY=ASSOCIATION|SECTOR_A17=OQ|SIZE_CLASS=E_GE500');
  expect(
    breakdownOf(Object.fromEntries(parseBreakdown(text).map(({ dimension, code }) => [dimension, code]))),
  ).toBe(text);
  expect(dimensionsOf(text)).toBe('ESS_FAMILY|SECTOR_A17|SIZE_CLASS');
  expect([breakdownOf({}), parseBreakdown(''), dimensionsOf('')]).toEqual(['', [], '']);
});

test.each(['SECTOR_A17=OQ|ESS_FAMILY=ASSOCIATION', 'ESS_FAMILY=X', 'FAMILY=ASSOCIATION', 'ESS_FAMILY', '|'])(
  '%s is no detail',
  (text) => {
    expect(() => parseBreakdown(text)).toThrow(RangeError);
  },
);

test('values are listed in the order in which they are presented', () => {
  expect([...dimensionOf('SECTOR_A17').values.keys()].slice(0, 3)).toEqual(['AZ', 'DE', 'C1']);
});
