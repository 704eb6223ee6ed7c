import { expect, test } from 'vitest';
import { type Calendar, latestLaunched, phaseOn } from './call.rules.ts';

const step = (code: string, earliest: string | null, latest = earliest) => ({ code, earliest, latest });

const EDITION_4: Calendar = {
  milestones: [
    step('FILE_ONLINE', '2025-10-01', '2025-10-31'),
    step('LAUNCH', '2025-11-01', '2025-11-30'),
    step('DEADLINE', '2025-12-31'),
    step('HEARINGS', '2026-05-01', '2026-05-10'),
    step('RESULTS', '2026-05-21', '2026-05-31'),
  ],
  awarded: null,
  awardYear: null,
};

test.each([
  ['2025-10-31', 'ANNOUNCED'],
  ['2025-11-01', 'OPEN'],
  ['2025-12-31', 'OPEN'],
  ['2026-01-01', 'CLOSED'],
  ['2026-04-30', 'CLOSED'],
  ['2026-05-01', 'AUDITIONS'],
  ['2026-05-10', 'AUDITIONS'],
  ['2026-05-11', 'AWAITING_RESULTS'],
  ['2026-05-31', 'AWAITING_RESULTS'],
  ['2026-11-21', 'AWAITING_RESULTS'],
])('on %s an edition without a known result is %s', (today, phase) => {
  expect(phaseOn(today, EDITION_4)).toBe(phase);
});

test.each([
  ['2026-05-10', 'AUDITIONS'],
  ['2026-05-20', 'AWAITING_RESULTS'],
  ['2026-05-21', 'DECIDED'],
  ['2026-11-21', 'DECIDED'],
])('on %s an edition whose awards are known is %s', (today, phase) => {
  expect(phaseOn(today, { ...EDITION_4, awarded: 16, awardYear: 2026 })).toBe(phase);
});

test.each([
  ['2022-10-31', 'ANNOUNCED'],
  ['2022-11-01', 'OPEN'],
  ['2022-12-31', 'OPEN'],
  ['2023-01-01', 'DECIDED'],
])('on %s an edition whose results only have a year is %s', (today, phase) => {
  const milestones = [step('LAUNCH', '2022-11-01', '2022-11-30'), step('DEADLINE', null)];
  expect(phaseOn(today, { milestones, awarded: 13, awardYear: 2023 })).toBe(phase);
});

test('without hearings a closed call awaits the results once they should have come', () => {
  const milestones = [
    step('LAUNCH', '2025-01-01'),
    step('DEADLINE', '2025-02-01'),
    step('RESULTS', '2025-06-01'),
  ];
  const calendar = { milestones, awarded: null, awardYear: null };
  expect([phaseOn('2025-03-01', calendar), phaseOn('2025-06-01', calendar)]).toEqual([
    'CLOSED',
    'AWAITING_RESULTS',
  ]);
});

test('a call without a launch is only announced', () => {
  expect(phaseOn('2030-01-01', { milestones: [], awarded: null, awardYear: null })).toBe('ANNOUNCED');
});

test('the current call is the latest edition whose launch has begun', () => {
  const calls = [
    { edition: 3, launchFrom: '2024-11-13' },
    { edition: 5, launchFrom: null },
    { edition: 4, launchFrom: '2025-11-01' },
  ];
  const editionOn = (today: string) => latestLaunched(today, calls)?.edition ?? null;
  expect(['2024-11-12', '2024-11-13', '2025-10-31', '2025-11-01'].map(editionOn)).toEqual([null, 3, 3, 4]);
});
