import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockSetTo, isCalendarDay, lastDayOfMonth, parisDay, startOfParisDay } from './clock.ts';

test.each([
  ['2025-11-20T22:59:59Z', '2025-11-20'],
  ['2025-11-20T23:00:00Z', '2025-11-21'],
  ['2025-07-13T21:59:59Z', '2025-07-13'],
  ['2025-07-13T22:00:00Z', '2025-07-14'],
  ['2025-03-29T23:00:00Z', '2025-03-30'],
  ['2025-03-30T21:59:59Z', '2025-03-30'],
  ['2025-03-30T22:00:00Z', '2025-03-31'],
  ['2025-10-25T22:00:00Z', '2025-10-26'],
  ['2025-10-26T22:59:59Z', '2025-10-26'],
  ['2025-10-26T23:00:00Z', '2025-10-27'],
])('at %s it is %s in Paris', (instant, day) => {
  expect(parisDay(new Date(instant))).toBe(day);
});

test.each([
  ['2025-11-20', '2025-11-19T23:00:00.000Z'],
  ['2025-07-14', '2025-07-13T22:00:00.000Z'],
  ['2025-03-30', '2025-03-29T23:00:00.000Z'],
  ['2025-03-31', '2025-03-30T22:00:00.000Z'],
  ['2025-10-26', '2025-10-25T22:00:00.000Z'],
  ['2025-10-27', '2025-10-26T23:00:00.000Z'],
])('%s begins in Paris at %s', (day, instant) => {
  expect(startOfParisDay(day).toISOString()).toBe(instant);
});

test('a Paris day begins at its first instant, any day of our times', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1980-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
      (date) => {
        const start = startOfParisDay(parisDay(date));
        expect([
          parisDay(start),
          parisDay(new Date(start.getTime() - 1)) < parisDay(date),
          start <= date,
        ]).toEqual([parisDay(date), true, true]);
      },
    ),
  );
});

test.each([
  ['2025-11-20', '2025-11-20T11:00'],
  ['2025-07-14', '2025-07-14T10:00'],
  ['2025-03-30', '2025-03-30T10:00'],
  ['2025-10-26', '2025-10-26T11:00'],
  ['2025-12-31', '2025-12-31T11:00'],
  ['2025-11-20T10:00:00Z', '2025-11-20T10:00'],
  ['2025-11-20T10:00+01:00', '2025-11-20T09:00'],
])('a clock set to %s starts at %s UTC, noon in Paris for a day, and ticks', async (text, start) => {
  const clock = clockSetTo(text);
  const first = clock();
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect([first.toISOString().slice(0, 16), clock() > first]).toEqual([start, true]);
});

test.each([
  '2025-02-30',
  '2025-13-01',
  '2025-1-1',
  '20250101',
  '2025-02-30T10:00:00Z',
  '2025-01-01T10:00:00',
  '2025-01-01T25:00:00Z',
  'demain',
  '',
  '0000-01-01',
])('a clock cannot be set to « %s »', (text) => {
  expect(() => clockSetTo(text)).toThrow(RangeError);
});

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['1900-02-29', false],
  ['2000-02-29', true],
  ['2025-04-31', false],
  ['2025-00-10', false],
  ['0001-01-01', true],
  ['0000-12-31', false],
  ['2025-1-01', false],
])('whether %s is a day: %s', (day, exists) => {
  expect(isCalendarDay(day)).toBe(exists);
});

test.each([
  ['2025-01', '2025-01-31'],
  ['2024-02', '2024-02-29'],
  ['2023-02-14', '2023-02-28'],
  ['1900-02', '1900-02-28'],
  ['2025-12', '2025-12-31'],
  ['0001-02', '0001-02-28'],
])('the month of %s ends on %s', (month, day) => {
  expect(lastDayOfMonth(month)).toBe(day);
});
