import { expect, test } from 'vitest';
import { inventFigures, type KnownFacts } from './invent-figures.ts';

const nothing: KnownFacts = {
  isKnown: () => false,
  jobsPer1000: new Map(),
  rankByJobs: new Map(),
  leadingByEstablishments: new Set(),
};
const communes = [
  { id: 'COM:1', population: 40_000 },
  { id: 'COM:2', population: 25_000 },
  { id: 'COM:3', population: 200 },
];
const groups = [
  { id: 'EPT:1', communes: ['COM:1', 'COM:2'] },
  { id: 'EPT:2', communes: ['COM:2', 'COM:3'] },
];
const invent = (known: KnownFacts = nothing) =>
  inventFigures({ communes, groups }, [2023, 2024, 2025], known);

test('the same communes always have the same figures', () => {
  expect(invent()).toEqual(invent());
});

test('a group is the sum of its communes, each year', () => {
  const of = (territory: string, year: number) =>
    invent().find(
      (each) => each.territory === territory && each.year === year && each.indicator === 'ESS_JOBS',
    )?.value ?? 0;
  expect([2023, 2024, 2025].map((year) => of('EPT:1', year))).toEqual(
    [2023, 2024, 2025].map((year) => of('COM:1', year) + of('COM:2', year)),
  );
});

test('a village of fewer than three establishments has no figure, nor has its group', () => {
  expect(new Set(invent().map(({ territory }) => territory))).toEqual(new Set(['COM:1', 'COM:2', 'EPT:1']));
});

test('nothing is invented where something is known, and what is known is respected', () => {
  const known: KnownFacts = {
    ...nothing,
    isKnown: (indicator, territory) => indicator === 'ESS_JOBS_PER_1000' && territory === 'COM:1',
    jobsPer1000: new Map([['COM:1', 76]]),
  };
  const last = invent(known).filter(({ territory, year }) => territory === 'COM:1' && year === 2025);
  expect(last.map(({ indicator }) => indicator)).toEqual(['ESS_ESTABLISHMENTS', 'ESS_JOBS']);
  expect(last.find(({ indicator }) => indicator === 'ESS_JOBS')?.value).toBe(3040);
});

test('a commune that is said to come first has the most jobs', () => {
  const rankByJobs = new Map([
    ['COM:2', 1],
    ['COM:1', 2],
  ]);
  const jobs = invent({ ...nothing, rankByJobs }).filter(
    ({ territory, indicator, year }) =>
      territory.startsWith('COM') && indicator === 'ESS_JOBS' && year === 2025,
  );
  expect(jobs.sort((a, b) => b.value - a.value).map(({ territory }) => territory)).toEqual([
    'COM:2',
    'COM:1',
  ]);
});
