import { pick, pickWeighted, type Random } from '@graphess/demonstration';
import type { EventStatus } from '../event/event.vocabulary.ts';

type Seats = { capacity: number | null; registered: number | null; waitlisted: number | null };

/** Registrations open about this many days before an event. */
const REGISTRATION_DAYS = 240;

/** Seats of an event that takes place `daysAhead` days after today (before it when negative); one in eight is unknown. */
export function drawSeats(random: Random, capacities: readonly number[], daysAhead: number): Seats {
  const capacity = pick(random, capacities);
  const isKnown = random() >= 0.125;
  const eagerness = 0.6 + 0.7 * random();
  const excess = 1 + Math.floor(random() * 12);
  if (!isKnown) return { capacity: null, registered: null, waitlisted: null };
  const elapsed = Math.min(1, Math.max(0, 1 - daysAhead / REGISTRATION_DAYS));
  const registered = Math.min(capacity, Math.round(capacity * eagerness * elapsed));
  return { capacity, registered, waitlisted: registered === capacity ? excess : 0 };
}

const STATUSES = [
  ['SCHEDULED', 80],
  ['MOVED_ONLINE', 6],
  ['RESCHEDULED', 5],
  ['CANCELLED', 5],
  ['POSTPONED', 4],
] as const satisfies readonly (readonly [EventStatus, number])[];

/** What has become of an event, its seats apart. */
export function drawStatus(random: Random): EventStatus {
  return pickWeighted(random, STATUSES);
}
