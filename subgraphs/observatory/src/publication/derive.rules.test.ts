import { expect, test } from 'vitest';
import type { IndicatorCode } from '../indicator/indicator.code.ts';
import { computed, type Derived, derivedOf, type Total, type Totals, type Year } from './derive.rules.ts';

const COMMUNES = ['COM:92001', 'COM:92002', 'COM:92003', 'COM:92004', 'COM:92005', 'COM:92006'];
const GEOGRAPHY = new Map([
  ['DEP:92', COMMUNES],
  ['EPT:1', COMMUNES.slice(0, 2)],
  ['EPT:2', [...COMMUNES.slice(2), 'COM:95018']],
]);

type Told = Partial<Total> & { value: number | null };
const totals = (indicator: string, told: Record<string, Told | number>): Totals =>
  new Map(
    Object.entries(told).map(([territory, each]): [string, Total] => [
      territory,
      {
        ...{ id: `OBS:X/${indicator}/${territory}/2023`, territory, isHidden: false, status: 'NORMAL' },
        ...{ vintageId: 'DS:X/1', comparable: true },
        ...(typeof each === 'number' ? { value: each } : each),
      },
    ]),
  );

function yearOf(now: Record<string, Record<string, Told | number>>, before: typeof now = {}): Year {
  const of = (all: typeof now) => (indicator: IndicatorCode) => totals(indicator, all[indicator] ?? {});
  const population = new Map([['COM:92001', { count: 2_000, year: 2022 }]]);
  return { of: of(now), before: of(before), geography: GEOGRAPHY, population };
}

const find = (all: readonly Derived[], indicator: string, territory: string) =>
  all.find((each) => each.indicator === indicator && each.territory === territory);
const shown = (all: readonly Derived[], indicator: string, territory: string) => {
  const found = find(all, indicator, territory);
  return found && [found.value, found.status];
};

const JOBS = {
  'COM:92001': 100,
  'COM:92002': 300,
  'COM:92003': 300,
  'COM:92004': 50,
  'COM:92005': 10,
  'COM:92006': 5,
};

test('the share of a grouping comes from its sums, not from the shares of its communes', () => {
  const all = derivedOf(
    yearOf({
      ESS_JOBS: { 'COM:92001': 10, 'COM:92002': 90, 'EPT:1': 100 },
      PRIVATE_JOBS: { 'COM:92001': 100, 'COM:92002': 100, 'EPT:1': 200 },
    }),
  );
  const shares = ['COM:92001', 'COM:92002', 'EPT:1'].map((id) => find(all, 'ESS_JOBS_SHARE', id)?.value);
  expect(shares).toEqual([0.1, 0.9, 0.5]);
  const uneven = derivedOf(
    yearOf({
      ESS_JOBS: { 'COM:92001': 10, 'COM:92002': 90, 'EPT:1': 100 },
      PRIVATE_JOBS: { 'COM:92001': 20, 'COM:92002': 1_000, 'EPT:1': 1_020 },
    }),
  );
  const [first = 0, second = 0, ept = 0] = ['COM:92001', 'COM:92002', 'EPT:1'].map(
    (id) => find(uneven, 'ESS_JOBS_SHARE', id)?.value ?? 0,
  );
  expect(ept).toBeCloseTo(100 / 1_020, 10);
  expect(Math.abs(ept - (first + second) / 2)).toBeGreaterThan(0.1);
});

test('each value is what its formula makes of the inputs that are kept with it', () => {
  const all = derivedOf(
    yearOf(
      {
        ...{ ESS_JOBS: { ...JOBS, 'DEP:92': 765 }, PRIVATE_JOBS: { 'DEP:92': 10_000 } },
        ESS_ESTABLISHMENTS: { ...JOBS, 'DEP:92': 765, 'EPT:1': 400, 'EPT:2': 365 },
      },
      { ESS_JOBS: { 'DEP:92': 700 } },
    ),
  );
  expect(new Set(all.map(({ indicator }) => indicator)).size).toBe(7);
  for (const { indicator, inputs, value } of all) expect(computed(indicator, inputs ?? [])).toBe(value);
  expect([
    shown(all, 'ESS_JOBS_PER_1000', 'COM:92001'),
    find(all, 'ESS_JOBS_PER_1000', 'COM:92001')?.inputs?.map(({ role, value }) => [role, value]),
    shown(all, 'ESS_JOBS_PER_1000', 'COM:92002'),
    shown(all, 'ESS_JOBS_TOP5_SHARE', 'DEP:92'),
    shown(all, 'ESS_ESTABLISHMENTS_DEPARTMENT_SHARE', 'EPT:1'),
    shown(all, 'ESS_ESTABLISHMENTS_DEPARTMENT_SHARE', 'EPT:2'),
    find(all, 'ESS_JOBS_GROWTH', 'DEP:92')?.value?.toFixed(4),
  ]).toEqual([
    [50, 'NORMAL'],
    [
      ['NUMERATOR', 100],
      ['POPULATION', 2_000],
      ['POPULATION_YEAR', 2_022],
    ],
    undefined,
    [760 / 765, 'NORMAL'],
    [400 / 765, 'NORMAL'],
    undefined,
    '0.0929',
  ]);
});

test('communes of equal jobs share a rank; a hidden one has none and takes none; an unknown one leaves all without', () => {
  const ranks = (jobs: Record<string, Told | number>) => {
    const all = derivedOf(yearOf({ ESS_JOBS: jobs }));
    return COMMUNES.map((id) => shown(all, 'ESS_JOBS_RANK', id)?.join(' '));
  };
  const { 'COM:92006': _unknown, ...five } = JOBS;
  expect([ranks(JOBS), ranks({ ...JOBS, 'COM:92002': { value: 300, isHidden: true } }), ranks(five)]).toEqual(
    [
      ['3 NORMAL', '1 NORMAL', '1 NORMAL', '4 NORMAL', '5 NORMAL', '6 NORMAL'],
      ['2 NORMAL', ' SUPPRESSED_SECONDARY', '1 NORMAL', '3 NORMAL', '4 NORMAL', '5 NORMAL'],
      COMMUNES.map(() => undefined),
    ],
  );
});

test('what is computed from a hidden figure is hidden, and keeps nothing of it', () => {
  const hidden = { value: 300, isHidden: true };
  const all = derivedOf(
    yearOf(
      {
        ESS_JOBS: { ...JOBS, 'COM:92002': hidden, 'DEP:92': 765 },
        PRIVATE_JOBS: { 'COM:92002': 900, 'COM:92001': { value: 5, isHidden: true } },
      },
      { ESS_JOBS: { 'COM:92002': 200, 'COM:92003': hidden } },
    ),
  );
  const secret = [null, 'SUPPRESSED_SECONDARY', null];
  const told = (indicator: string, territory: string) => {
    const found = find(all, indicator, territory);
    return found && [found.value, found.status, found.inputs];
  };
  expect([
    told('ESS_JOBS_SHARE', 'COM:92002'),
    told('ESS_JOBS_SHARE', 'COM:92001'),
    told('ESS_JOBS_GROWTH', 'COM:92002'),
    told('ESS_JOBS_GROWTH', 'COM:92003'),
    told('ESS_JOBS_TOP5_SHARE', 'DEP:92'),
  ]).toEqual([secret, secret, secret, secret, secret]);
});

test('growth has no meaning over a break, nor from zero; a provisional figure makes provisional ones', () => {
  const all = derivedOf(
    yearOf(
      {
        ESS_JOBS: {
          'COM:92001': { value: 10, comparable: false },
          'COM:92002': 10,
          'COM:92003': { value: 12, status: 'PROVISIONAL' },
          'COM:92004': { value: null, status: 'MISSING' },
        },
      },
      { ESS_JOBS: { 'COM:92001': 8, 'COM:92002': 0, 'COM:92003': 10, 'COM:92004': 10 } },
    ),
  );
  const growth = (id: string) => shown(all, 'ESS_JOBS_GROWTH', id);
  expect([growth('COM:92001'), growth('COM:92002'), growth('COM:92003'), growth('COM:92004')]).toEqual([
    [null, 'NOT_APPLICABLE'],
    [null, 'NOT_APPLICABLE'],
    [0.19999999999999996, 'PROVISIONAL'],
    undefined,
  ]);
});
