import type { IndicatorCode } from '../indicator/indicator.code.ts';
import type { ObservationAtInstant } from './observation.entity.ts';
import type { PeriodInput } from './period.input.ts';

/**
 * What a territory answers to a request: each code in the order asked, as often as it is asked, with the observation
 * found or a missing one; with `years`, one for each year of each code, the oldest first.
 */
export function answersOf(
  territoryId: string,
  codes: readonly IndicatorCode[],
  years: PeriodInput | null,
  found: readonly ObservationAtInstant[],
): ObservationAtInstant[] {
  const periods = years === null ? [null] : yearsOf(years);
  const cellOf = (code: IndicatorCode, period: number | null) => `${code}/${years === null ? '' : period}`;
  const byCell = new Map(found.map((each) => [cellOf(each.indicatorCode, each.period), each]));
  return codes.flatMap((code) =>
    periods.map(
      (period) => byCell.get(cellOf(code, period)) ?? missingObservation(territoryId, code, period),
    ),
  );
}

/** How many observations a territory answers for these codes, repeated ones included, and these years. */
export function answerCountOf(codes: readonly IndicatorCode[], years: PeriodInput | null): number {
  return codes.length * (years === null ? 1 : years.to - years.from + 1);
}

/** The years of a period, the first one first. */
export function yearsOf({ from, to }: PeriodInput): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Nobody invents a missing value: it is no demonstration even where demonstration values were asked for. */
export function missingObservation(
  territoryId: string,
  indicatorCode: IndicatorCode,
  period: number | null,
  breakdown = '',
): ObservationAtInstant {
  const cell = [
    indicatorCode,
    territoryId,
    ...(period === null ? [] : [period]),
    ...(breakdown ? [breakdown] : []),
  ].join('/');
  return {
    id: `OBS:MISSING/${cell}`,
    territoryId,
    indicatorCode,
    period,
    isDemonstration: false,
    breakdown,
    revision: null,
  };
}
