import { expect, test } from 'vitest';
import { codesOfPackage, type Movement, historyOf as since } from './movement.rules.ts';

const FIRST_DAY = '1943-01-01';
const historyOf = (movements: readonly Movement[], current: readonly string[]) =>
  since(movements, current, FIRST_DAY);
const DAY = '2000-01-01';
const moved = (kind: number, codeBefore: string, codeAfter: string, on = DAY): Movement => ({
  on,
  kind,
  typeBefore: 'COM',
  codeBefore,
  nameBefore: `Nom ${codeBefore}`,
  typeAfter: 'COM',
  codeAfter,
  nameAfter: `Nom ${codeAfter}`,
});
const own = (code: string, territory: string, from: string, to: string | null) => ({
  code: `COM:${code}`,
  territory: `COM:${territory}`,
  from,
  to,
  own: true,
});
const led = (code: string, territory: string, from: string, to: string | null) => ({
  ...own(code, territory, from, to),
  own: false,
});
const inOrder = <Row extends { code: string; from: string | null }>(rows: readonly Row[]) =>
  rows.toSorted((a, b) => (`${a.code}${a.from}` < `${b.code}${b.from}` ? -1 : 1));

test('a commune whose code changes stays itself, under the code of today', () => {
  const { codes, former, astray } = historyOf([moved(41, '75002', '92002', '1968-01-01')], ['92002']);
  expect([inOrder(codes), former, astray]).toEqual([
    [own('75002', '92002', '1943-01-01', '1968-01-01'), own('92002', '92002', '1968-01-01', null)],
    [],
    [],
  ]);
});

test.each([
  ['with the line of the commune that stays', [moved(31, '01001', '01001')]],
  ['without it', []],
])('a commune that is merged is another, and its code leads to its heir: %s', (_, more) => {
  const { codes, former } = historyOf([moved(31, '01002', '01001'), ...more], ['01001']);
  expect([inOrder(codes), former]).toEqual([
    [
      own('01001', '01001', '1943-01-01', null),
      own('01002', '01002', '1943-01-01', DAY),
      led('01002', '01001', '1943-01-01', DAY),
    ],
    [{ id: 'COM:01002', name: 'Nom 01002', endedOn: DAY }],
  ]);
});

test('a commune shared between two leads to neither', () => {
  const { codes } = historyOf([moved(30, '01003', '01001'), moved(30, '01003', '01002')], ['01001', '01002']);
  expect(inOrder(codes)).toEqual([
    own('01001', '01001', '1943-01-01', null),
    own('01002', '01002', '1943-01-01', null),
    own('01003', '01003', '1943-01-01', DAY),
  ]);
});

test('a commune that is re-established is the one that it was', () => {
  const { codes, former } = historyOf(
    [moved(33, '01002', '01001', '1972-01-01'), moved(21, '01001', '01002', '1985-01-01')],
    ['01001', '01002'],
  );
  expect([inOrder(codes), former]).toEqual([
    [
      own('01001', '01001', '1943-01-01', null),
      own('01002', '01002', '1943-01-01', '1972-01-01'),
      own('01002', '01002', '1985-01-01', null),
    ],
    [],
  ]);
});

test('a commune that changes département and merges on one day leads to where it ends', () => {
  const { codes } = historyOf([moved(41, '49144', '44999'), moved(32, '44999', '44180')], ['44180']);
  expect(inOrder(codes)).toEqual([
    own('44180', '44180', '1943-01-01', null),
    own('49144', '49144', '1943-01-01', DAY),
    led('49144', '44180', '1943-01-01', DAY),
  ]);
});

test('a seat that moves to a commune that was merged before makes no commune live twice at once', () => {
  const { codes } = historyOf(
    [moved(32, '01002', '01001', '2016-01-01'), moved(50, '01001', '01002', '2018-01-01')],
    ['01002'],
  );
  expect(inOrder(codes)).toEqual([
    own('01001', '01001', '1943-01-01', '2018-01-01'),
    led('01001', '01002', '1943-01-01', '2018-01-01'),
    own('01002', '01002', '1943-01-01', '2016-01-01'),
    own('01002', '01002', '2018-01-01', null),
  ]);
});

test('a movement towards a commune of which nothing more is told is astray', () => {
  const line = moved(31, '01002', '01009');
  expect(historyOf([line], ['01001']).astray).toEqual([line]);
});

test('movements that go round in a circle end', () => {
  expect(historyOf([moved(31, '01001', '01002'), moved(31, '01002', '01001')], []).codes).toEqual([]);
});

test('the package dates the codes of divided départements alone', () => {
  const commune = (code: string, departement: string, anciensCodes: string[]) => ({
    ...{ code, departement, anciensCodes, nom: '', region: '', type: '' },
  });
  expect(
    codesOfPackage(
      [
        commune('92002', '92', ['75002']),
        commune('92022', '92', ['78153']),
        commune('93066', '93', ['75059', '75066', '93059']),
        commune('2A004', '2A', ['20004']),
        commune('25527', '25', ['39012']),
        commune('01001', '01', []),
      ],
      FIRST_DAY,
    ),
  ).toEqual([
    own('75002', '92002', '1943-01-01', '1968-01-01'),
    own('92002', '92002', '1968-01-01', null),
    own('78153', '92022', '1943-01-01', '1968-01-01'),
    own('92022', '92022', '1968-01-01', null),
    { ...led('75059', '93066', '', null), from: null },
    { ...own('75066', '93066', '', '1968-01-01'), from: null },
    { ...led('93059', '93066', '', null), from: null },
    { ...own('20004', '2A004', '', '1976-01-01'), from: null },
    { ...led('39012', '25527', '', null), from: null },
  ]);
});
