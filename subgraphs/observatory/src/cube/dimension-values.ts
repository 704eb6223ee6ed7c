import { parseBreakdown } from './breakdown.ts';
import { dimensionLabel } from './dimension.catalogue.ts';
import type { DimensionValue } from './dimension-value.type.ts';

/** What a cell is detailed by, with labels, in the order of its canonical text; nothing for a total. */
export function dimensionValuesOf(breakdown: string): DimensionValue[] {
  return parseBreakdown(breakdown).map(({ dimension, code }) => ({
    dimension,
    code,
    label: dimensionLabel(dimension, code) ?? code,
  }));
}
