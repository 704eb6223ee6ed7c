import { startOfParisDay } from '@graphess/subgraph-kit';

const DAY_MS = 86_400_000;

/** Holidays that fall on the same day every year, as `MM-DD`. */
const FIXED_HOLIDAYS = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];

/** The first working day on or after a day moved by `offset` days; movable feasts count as working days. */
export function workingDayFrom(day: string, offset: number): string {
  for (let instant = Date.parse(`${day}T00:00:00Z`) + offset * DAY_MS; ; instant += DAY_MS) {
    const candidate = new Date(instant);
    const text = candidate.toISOString().slice(0, 10);
    const isWeekend = candidate.getUTCDay() === 0 || candidate.getUTCDay() === 6;
    if (!isWeekend && !FIXED_HOLIDAYS.includes(text.slice(5))) return text;
  }
}

/** The instant, in RFC 3339, of a number of minutes after midnight in Paris. Clocks never change on a working day. */
export function instantOn(workingDay: string, minutes: number): string {
  return new Date(startOfParisDay(workingDay).getTime() + minutes * 60_000).toISOString();
}
