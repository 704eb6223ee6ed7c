import type { IndicatorCode } from '../indicator/indicator.code.ts';

/** One value that one publication gives. `validFrom` is an instant (RFC 3339, UTC). */
export type Figure = {
  datasetCode: string;
  vintageId: string;
  validFrom: string;
  indicatorCode: IndicatorCode;
  territoryId: string;
  period: number | null;
  isDemonstration: boolean;
  value: number | null;
  approximate: boolean;
  statement: string | null;
  quotation: string | null;
  sourceIds: string[];
  comparableWithPrevious: boolean;
};

/** The id of what a figure is a value of: the same one in every publication. */
export function observationIdOf(figure: Figure): string {
  const { datasetCode, indicatorCode, territoryId, period } = figure;
  return `OBS:${[datasetCode, indicatorCode, territoryId, ...(period === null ? [] : [period])].join('/')}`;
}

/** Each figure with the instant at which a later publication of the same observation replaces it, null while it holds. */
export function withEndOfValidity(figures: readonly Figure[]): (Figure & { validTo: string | null })[] {
  return [...Map.groupBy(figures, observationIdOf).values()].flatMap((publications) => {
    const inOrder = publications.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
    return inOrder.map((figure, index) => ({ ...figure, validTo: inOrder[index + 1]?.validFrom ?? null }));
  });
}
