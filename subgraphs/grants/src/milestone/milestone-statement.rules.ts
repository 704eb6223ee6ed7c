import type { DatePrecision } from './milestone.precision.ts';

const DAY = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const DAY_OF_YEAR = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** A date of the calendar as one writes it in French; `value` has the form of its precision (see `boundsOf`). */
export function statementOf(precision: DatePrecision, value: string): string {
  switch (precision) {
    case 'DAY':
      return DAY.format(new Date(`${value}T00:00:00Z`)).replace(/^1 /, '1er ');
    case 'DAY_WITHOUT_YEAR':
      return DAY_OF_YEAR.format(new Date(`2000${value.slice(1)}T00:00:00Z`)).replace(/^1 /, '1er ');
    case 'MONTH':
      return MONTH.format(new Date(`${value}-01T00:00:00Z`));
    case 'START_OF_MONTH':
      return `début ${MONTH.format(new Date(`${value}-01T00:00:00Z`))}`;
    case 'END_OF_MONTH':
      return `fin ${MONTH.format(new Date(`${value}-01T00:00:00Z`))}`;
  }
}
