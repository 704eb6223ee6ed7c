import { parisDay } from '@graphess/subgraph-kit';
import type { Freshness } from './completeness.type.ts';

/** Months that a stated rhythm promises between two publications; a rhythm that is not here promises no date. */
const MONTHS: ReadonlyMap<string, number> = new Map([
  ['Mensuelle', 1],
  ['Trimestrielle', 3],
  ['Semestrielle', 6],
  ['Annuelle', 12],
]);

type Released = { lastReleasedAt: Date | null; announcedOn: string | null; updateFrequency: string };

/** What a dataset has published and when it should publish next. `now` is the instant asked at. */
export function freshnessOf(
  { lastReleasedAt, announcedOn, updateFrequency }: Released,
  now: Date,
): Freshness {
  const months = MONTHS.get(updateFrequency);
  const byRhythm =
    lastReleasedAt === null || months === undefined ? null : monthsLater(parisDay(lastReleasedAt), months);
  const dueOn = announcedOn ?? byRhythm;
  return { lastReleasedAt, dueOn, late: dueOn === null ? null : dueOn < parisDay(now) };
}

/** The same day some months later, the last of the month where there is no such day. */
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDay))).toISOString().slice(0, 10);
}
