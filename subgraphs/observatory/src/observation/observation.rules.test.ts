import { expect, test } from 'vitest';
import type { ObservationAtInstant } from './observation.entity.ts';
import { answersOf } from './observation.rules.ts';

const jobs = (period: number | null): ObservationAtInstant => ({
  id: `OBS:${period}`,
  territoryId: 'COM:92002',
  indicatorCode: 'ESS_JOBS',
  period,
  isDemonstration: false,
  breakdown: '',
  revision: {
    vintageId: 'DS:ESS-FLORES/2023',
    value: 1,
    status: 'NORMAL',
    approximate: false,
    statement: null,
    quotation: null,
    sourceIds: ['insee'],
    comparableWithPrevious: false,
    inputs: null,
  },
});

const shape = (observations: readonly ObservationAtInstant[]) =>
  observations.map(({ indicatorCode, period, revision }) => [indicatorCode, period, revision?.value ?? null]);

test('each code is answered in the order asked, as often as it is asked', () => {
  const answers = answersOf('COM:92002', ['ESS_FTE', 'ESS_JOBS', 'ESS_FTE'], null, [jobs(2021)]);
  expect(shape(answers)).toEqual([
    ['ESS_FTE', null, null],
    ['ESS_JOBS', 2021, 1],
    ['ESS_FTE', null, null],
  ]);
});

test('with a period, each year has its answer, the oldest first', () => {
  const answers = answersOf('COM:92002', ['ESS_JOBS'], { from: 2020, to: 2022 }, [jobs(2021)]);
  expect(shape(answers)).toEqual([
    ['ESS_JOBS', 2020, null],
    ['ESS_JOBS', 2021, 1],
    ['ESS_JOBS', 2022, null],
  ]);
});
