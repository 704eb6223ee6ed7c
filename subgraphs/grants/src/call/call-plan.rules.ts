import { dayAfter, isCalendarDay, startOfParisDay } from '@graphess/subgraph-kit';
import type { DatePrecision } from '../milestone/milestone.precision.ts';
import { type Bounds, boundsOf } from '../milestone/milestone.rules.ts';
import { windowOf } from './call.rules.ts';

type Dated = { readonly code: string; readonly precision: DatePrecision; readonly value: string };

/** The days of a milestone, or null when its value has not the form of its precision or is no day. */
export function daysOf({ precision, value }: Dated): Bounds | null {
  const [year, month = '', day] = value.replace(/^--/, '2000-').split('-');
  if (!isCalendarDay(`${year}-${month}-${day ?? '01'}`)) return null;
  try {
    return boundsOf(precision, value);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** When a call receives applications: what is given, else what its calendar says; null where neither does. */
export function windowGiven({
  milestones,
  opensAt = null,
  closesAt = null,
}: {
  readonly milestones: readonly Dated[];
  readonly opensAt?: Date | null | undefined;
  readonly closesAt?: Date | null | undefined;
}): { opensAt: Date | null; closesAt: Date | null } {
  const { opensOn, closesAfter } = windowOf(
    milestones.map((milestone) => ({
      code: milestone.code,
      ...(daysOf(milestone) ?? { earliest: null, latest: null }),
    })),
  );
  return {
    opensAt: opensAt ?? (opensOn === null ? null : startOfParisDay(opensOn)),
    closesAt: closesAt ?? (closesAfter === null ? null : startOfParisDay(dayAfter(closesAfter))),
  };
}
