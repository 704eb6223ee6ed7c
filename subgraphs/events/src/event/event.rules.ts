import { lastDayOfMonth } from '@graphess/subgraph-kit';
import type { EventPrecision } from './event.vocabulary.ts';

/**
 * The last day, in Paris, on which an event may take place. `startsOn` is its first possible day and `endsOn` the Paris
 * day on which it ends, null when its hours are unknown. Days are `YYYY-MM-DD`.
 */
export function lastPossibleDay(event: {
  precision: EventPrecision;
  startsOn: string;
  endsOn: string | null;
}): string {
  if (event.precision === 'INSTANT') return event.endsOn ?? event.startsOn;
  if (event.precision === 'DAY') return event.startsOn;
  return lastDayOfMonth(event.startsOn);
}
