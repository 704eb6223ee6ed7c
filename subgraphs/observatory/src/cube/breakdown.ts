import { DIMENSION_CODES, type DimensionCode, isDimensionValue } from './dimension.catalogue.ts';

/** What a cell is detailed by: a code for each dimension that it has; none for a total. */
export type DimensionCodes = Partial<Record<DimensionCode, string>>;

/** Canonical text of a detail: `ESS_FAMILY=ASSOCIATION|SECTOR_A17=OQ`, '' for a total. */
export function breakdownOf(codes: DimensionCodes): string {
  return DIMENSION_CODES.flatMap((dimension) => {
    const code = codes[dimension];
    return code === undefined ? [] : [`${dimension}=${code}`];
  }).join('|');
}

/** The dimensions and codes of a canonical text, in its order. Throws RangeError when it is none. */
export function parseBreakdown(text: string): { dimension: DimensionCode; code: string }[] {
  const parts = text === '' ? [] : text.split('|');
  const parsed = parts.map((part) => {
    const [dimension = '', code = ''] = part.split('=');
    const known = DIMENSION_CODES.find((each) => each === dimension);
    if (known === undefined || !isDimensionValue(known, code))
      throw new RangeError(`No detail of a cell: ${text}`);
    return { dimension: known, code };
  });
  if (breakdownOf(Object.fromEntries(parsed.map(({ dimension, code }) => [dimension, code]))) !== text) {
    throw new RangeError(`Not the canonical text of a detail: ${text}`);
  }
  return parsed;
}

/** The names of the dimensions of a detail, `ESS_FAMILY|SECTOR_A17`: what a slice of a file is told by. */
export function dimensionsOf(breakdown: string): string {
  return parseBreakdown(breakdown)
    .map(({ dimension }) => dimension)
    .join('|');
}
