import { expect, test } from 'vitest';
import type { CubeCell } from './cube-cell.ts';
import { contradictions, missingTotals } from './totals.ts';

const GEOGRAPHY = new Map([
  ['DEP:92', ['COM:92001', 'COM:92002']],
  ['EPT:1', ['COM:92001', 'COM:92002', 'COM:95018']],
  ['REG:11', ['COM:92001', 'COM:92002', 'COM:95018']],
]);
const FAMILIES = ['ASSOCIATION', 'COOPERATIVE', 'FONDATION', 'MUTUELLE', 'SOCIETE_ESS'];

const cell = (
  territory: string,
  breakdown: string,
  value: number | null,
  rest: Partial<CubeCell> = {},
): CubeCell => ({
  ...{
    territory,
    breakdown,
    value,
    status: value === null ? 'MISSING' : 'NORMAL',
    units: null,
    largest: null,
  },
  ...rest,
});
const made = (cells: readonly CubeCell[]) =>
  missingTotals(cells, GEOGRAPHY).map(({ territory, breakdown, value, status }) =>
    [territory, breakdown, value, status].filter((each) => each !== '').join(' '),
  );

test('totals are made over communes and families, one from the other, when every part is told', () => {
  const families = (territory: string, each: number) =>
    FAMILIES.map((code) => cell(territory, `ESS_FAMILY=${code}`, each));
  expect(made([...families('COM:92001', 1), ...families('COM:92002', 2)])).toEqual([
    ...FAMILIES.map((code) => `DEP:92 ESS_FAMILY=${code} 3 NORMAL`),
    'COM:92001 5 NORMAL',
    'COM:92002 10 NORMAL',
    'DEP:92 15 NORMAL',
  ]);
});

test.each([
  ['a commune is not told', cell('COM:92002', '', null)],
  ['a commune is hidden', cell('COM:92002', '', null, { status: 'SUPPRESSED_PRODUCER' })],
  ['a commune means nothing', cell('COM:92002', '', null, { status: 'NOT_APPLICABLE' })],
  ['a commune is not there', cell('COM:75056', '', 4)],
])('no total is made when %s', (_why, other) => {
  expect(made([cell('COM:92001', '', 5), other])).toEqual([]);
});

test('a total that the file gives is left alone; one made of provisional parts is provisional', () => {
  const parts = [cell('COM:92001', '', 5, { status: 'PROVISIONAL' }), cell('COM:92002', '', 6)];
  expect([made([...parts, cell('DEP:92', '', 11)]), made(parts)]).toEqual([[], ['DEP:92 11 PROVISIONAL']]);
});

test('of the units of a computed total, « one or two » alone are told: the same unit may be in two communes', () => {
  const unitsOf = (first: number | null, second: number | null) =>
    missingTotals(
      [cell('COM:92001', '', 5, { units: first, largest: 4 }), cell('COM:92002', '', 6, { units: second })],
      GEOGRAPHY,
    ).map(({ units, largest }) => [units, largest]);
  expect([unitsOf(1, 1), unitsOf(2, 2), unitsOf(1, null)]).toEqual([[[2, 4]], [[null, 4]], [[null, 4]]]);
});

const wrong = (cells: readonly CubeCell[]) =>
  contradictions(cells, GEOGRAPHY).map(({ total, axis }) => `${total} ${axis}`);

test.each([
  [10, []],
  [11, ['DEP:92 TERRITORY']],
  [9, ['DEP:92 TERRITORY']],
])('communes of 4 and 6 in a département of %i', (total, found) => {
  expect(wrong([cell('COM:92001', '', 4), cell('COM:92002', '', 6), cell('DEP:92', '', total)])).toEqual(
    found,
  );
});

test('parts that are hidden or absent may make the rest, and no less than nothing', () => {
  const hidden = cell('COM:92002', '', null, { status: 'SUPPRESSED_PRODUCER' });
  expect([
    wrong([cell('COM:92001', '', 4), hidden, cell('DEP:92', '', 9)]),
    wrong([cell('COM:92001', '', 4), hidden, cell('DEP:92', '', 3)]),
    wrong([cell('COM:92001', '', 4), cell('EPT:1', '', 9)]),
    wrong([cell('COM:92001', '', 4), cell('EPT:1', '', 3)]),
  ]).toEqual([[], ['DEP:92 TERRITORY'], [], ['EPT:1 TERRITORY']]);
});

test('divisions make their sector, sectors and divisions the total, size classes that overlap nothing', () => {
  const detail = (text: string, value: number) => cell('COM:92001', text, value);
  expect([
    wrong([detail('SECTOR_A17=C4', 9), detail('SECTOR_A88=29', 5), detail('SECTOR_A88=30', 5)]),
    wrong([detail('', 9), detail('SECTOR_A88=29', 5), detail('SECTOR_A88=30', 5)]),
    wrong([detail('', 9), detail('SIZE_CLASS=E1T4', 5), detail('SIZE_CLASS=E5T9', 5)]),
    wrong([detail('', 9), detail('SIZE_CLASS=E1T9', 5), detail('SIZE_CLASS=E5T9', 5)]),
    made([detail('SECTOR_A88=29', 5), detail('SECTOR_A88=30', 5)]),
  ]).toEqual([
    ['COM:92001/SECTOR_A17=C4 SECTOR_A88'],
    ['COM:92001 SECTOR_A88'],
    ['COM:92001 SIZE_CLASS'],
    [],
    ['COM:92001 SECTOR_A17=C4 10 NORMAL'],
  ]);
});
