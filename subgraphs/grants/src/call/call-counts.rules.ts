import { FEWEST } from '../statistics/small-cells.rules.ts';
import type { CallCounted } from './call-counted.type.ts';

export type ShownCounts = Record<
  'applications' | 'eligible' | 'shortlisted' | 'auditioned' | 'awarded',
  number | null
>;

const NONE: CallCounted = {
  applications: 0,
  eligible: 0,
  shortlisted: 0,
  auditioned: 0,
  awarded: 0,
  pending: 0,
};

/**
 * The numbers of a call that was published here, as whoever asks may know them. Agents know all; others how many applied
 * once nobody can any more, and what became of them once all is decided, unless they are so few that the number of refusals
 * would tell of one. Who was awarded is public by itself.
 */
export function shownCounts(
  counted: CallCounted | null,
  { isClosed, seesAll }: { isClosed: boolean; seesAll: boolean },
): ShownCounts {
  const { applications, eligible, shortlisted, auditioned, awarded, pending } = counted ?? NONE;
  const isDecided = isClosed && pending === 0 && applications > 0;
  const isMany = isDecided && applications - awarded >= FEWEST;
  const known = (value: number, when: boolean) => (seesAll || when ? value : null);
  return {
    applications: known(applications, isMany || (isClosed && applications >= FEWEST && !isDecided)),
    eligible: known(eligible, isMany),
    shortlisted: known(shortlisted, isMany),
    auditioned: known(auditioned, isMany),
    awarded: known(awarded, isDecided),
  };
}

/** How many awards a call made, once none can be added; null before. */
export function awardsKnown(counted: CallCounted | null, isClosed: boolean): number | null {
  return isClosed && counted !== null && counted.pending === 0 ? counted.awarded : null;
}
