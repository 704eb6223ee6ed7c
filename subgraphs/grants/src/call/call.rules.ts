import { parisDay } from '@graphess/subgraph-kit';
import type { CallPhase } from './call.phase.ts';

/** What the phase of a call follows from. Days are `YYYY-MM-DD` in Paris. */
export type Calendar = {
  readonly milestones: readonly { code: string; earliest: string | null; latest: string | null }[];
  readonly awarded: number | null;
  readonly awardYear: number | null;
};

/**
 * Where a call stands on a Paris day. A step begins on its first possible day; the deadline ends with its last possible
 * one. `DECIDED` needs a known number of awards. Without a RESULTS milestone the results have the precision of their
 * year, and so begin with it; without a known deadline a launched call is taken for open until its next known step.
 */
export function phaseOn(today: string, calendar: Calendar): CallPhase {
  const step = (code: string) => calendar.milestones.find((milestone) => milestone.code === code);
  const launch = step('LAUNCH')?.earliest ?? null;
  if (launch === null || today < launch) return 'ANNOUNCED';

  const deadline = step('DEADLINE')?.latest ?? null;
  if (deadline !== null && today <= deadline) return 'OPEN';

  const results =
    step('RESULTS')?.earliest ?? (calendar.awardYear === null ? null : `${calendar.awardYear}-01-01`);
  const resultsHaveCome = results !== null && today >= results;
  if (resultsHaveCome && calendar.awarded !== null) return 'DECIDED';

  const hearings = step('HEARINGS');
  const hearingsBegin = hearings?.earliest ?? null;
  const hearingsEnd = hearings?.latest ?? null;
  if (hearingsBegin !== null && hearingsEnd !== null && today >= hearingsBegin) {
    return today <= hearingsEnd ? 'AUDITIONS' : 'AWAITING_RESULTS';
  }
  if (resultsHaveCome) return 'AWAITING_RESULTS';
  return deadline === null ? 'OPEN' : 'CLOSED';
}

/** The latest edition whose launch has begun, null when none has. */
export function latestLaunched<Launchable extends { edition: number; launchFrom: string | null }>(
  today: string,
  calls: readonly Launchable[],
): Launchable | null {
  const launched = calls.filter(({ launchFrom }) => launchFrom !== null && launchFrom <= today);
  return launched.sort((a, b) => b.edition - a.edition)[0] ?? null;
}

/**
 * The Paris days between which a call receives applications, the last one whole; null where the calendar does not say.
 */
export function windowOf(milestones: Calendar['milestones']): {
  opensOn: string | null;
  closesAfter: string | null;
} {
  const step = (code: string) => milestones.find((milestone) => milestone.code === code);
  return { opensOn: step('LAUNCH')?.earliest ?? null, closesAfter: step('DEADLINE')?.latest ?? null };
}

/**
 * A calendar whose launch and deadline are those of the window that holds to the second, whatever its steps say: an
 * extension moves the window, and its last day may end before midnight.
 */
export function inItsWindow(
  now: Date,
  { opensAt, closesAt }: { opensAt: Date | null; closesAt: Date | null },
  milestones: Calendar['milestones'],
): Calendar['milestones'] {
  const launch = opensAt !== null && opensAt <= now ? parisDay(opensAt) : null;
  const isOver = closesAt !== null && closesAt <= now;
  const deadline = closesAt === null ? null : isOver ? BEFORE_ALL : parisDay(closesAt);
  return [
    { code: 'LAUNCH', earliest: launch, latest: launch },
    { code: 'DEADLINE', earliest: deadline, latest: deadline },
    ...milestones.filter(({ code }) => code !== 'LAUNCH' && code !== 'DEADLINE'),
  ];
}

/** The deadline of a window that is over, were it over since this very day. */
const BEFORE_ALL = '0001-01-01';
