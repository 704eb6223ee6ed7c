/** Gives the current instant of the platform. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

const PARIS_DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in Paris at an instant, as `YYYY-MM-DD`. */
export function parisDay(instant: Date): string {
  return PARIS_DAY.format(instant);
}

/** The first instant of a Paris day (`YYYY-MM-DD`). */
export function startOfParisDay(day: string): Date {
  const utcMidnight = Date.parse(`${day}T00:00:00Z`);
  // Paris is one or two hours ahead of UTC: its midnight is one of these two instants.
  for (const hours of [2, 1]) {
    const candidate = new Date(utcMidnight - hours * 3_600_000);
    if (parisDay(candidate) === day && parisDay(new Date(candidate.getTime() - 1)) !== day) return candidate;
  }
  return new Date(utcMidnight - 3_600_000);
}

/**
 * A clock that was set to `text` when it was made and has ticked since.
 * `text` is an instant (RFC 3339) or a day, which is then noon in Paris. Throws RangeError on anything else.
 */
export function clockSetTo(text: string): Clock {
  const start = instantOf(text);
  const madeAt = Date.now();
  return () => new Date(start + (Date.now() - madeAt));
}

function instantOf(text: string): number {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  // Clocks change between midnight and noon: noon is counted back from the next midnight.
  if (isDay && isCalendarDay(text)) return startOfParisDay(dayAfter(text)).getTime() - 12 * 3_600_000;
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
  const instant = isInstant && isCalendarDay(text.slice(0, 10)) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(instant)) throw new RangeError(`Not a day nor an instant: ${text}`);
  return instant;
}

/** The calendar day after `YYYY-MM-DD`, in the same form. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 3_600_000).toISOString().slice(0, 10);
}

/** The last day of a month (`YYYY-MM`, or any day of it), as `YYYY-MM-DD`. */
export function lastDayOfMonth(month: string): string {
  const last = new Date(`${month.slice(0, 7)}-01T00:00:00Z`);
  // Day 0 of the next month is the last of this one.
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  return last.toISOString().slice(0, 10);
}

/** Whether `YYYY-MM-DD` names a day that exists. There was no year 0, and PostgreSQL knows none. */
export function isCalendarDay(day: string): boolean {
  if (day.startsWith('0000')) return false;
  const instant = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === day;
}
