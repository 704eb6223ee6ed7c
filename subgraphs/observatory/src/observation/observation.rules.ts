import type { IndicatorCode } from '../indicator/indicator.code.ts';
import type { ObservationAtInstant } from './observation.entity.ts';
import type { PeriodInput } from './period.input.ts';

export const MAX_YEARS = 50;
export const MAX_CODES = 50;

/**
 * What a territory answers to a request: each code in the order asked, with the observation found or a missing one;
 * with `years`, one for each year of each code, the oldest first.
 */
export function answersOf(
  territoryId: string,
  codes: readonly IndicatorCode[],
  years: PeriodInput | null,
  found: readonly ObservationAtInstant[],
): ObservationAtInstant[] {
  const periods = years === null ? [null] : yearsOf(years);
  return codes.flatMap((code) =>
    periods.map(
      (period) =>
        found.find((each) => each.indicatorCode === code && (years === null || each.period === period)) ??
        missing(territoryId, code, period),
    ),
  );
}

function yearsOf({ from, to }: PeriodInput): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Nobody invents a missing value: it is no demonstration even where demonstration values were asked for. */
function missing(
  territoryId: string,
  indicatorCode: IndicatorCode,
  period: number | null,
): ObservationAtInstant {
  const cell = [indicatorCode, territoryId, ...(period === null ? [] : [period])].join('/');
  return {
    id: `OBS:MISSING/${cell}`,
    territoryId,
    indicatorCode,
    period,
    isDemonstration: false,
    revision: null,
  };
}
