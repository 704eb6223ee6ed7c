import { parseBreakdown } from '../cube/breakdown.ts';
import { type DimensionCode, dimensionLabel } from '../cube/dimension.catalogue.ts';

/** What a row is detailed by, ready for columns. */
export type Detail = { codes: Partial<Record<DimensionCode, string>>; label: string };

/** Details of canonical texts; rows come sorted by them, so that only the last one is kept. */
export function detailReader(): (breakdown: string) => Detail {
  let last: { breakdown: string; detail: Detail } | null = null;
  return (breakdown) => {
    if (last?.breakdown !== breakdown) last = { breakdown, detail: readDetail(breakdown) };
    return last.detail;
  };
}

function readDetail(breakdown: string): Detail {
  const parts = parseBreakdown(breakdown);
  return {
    codes: Object.fromEntries(parts.map(({ dimension, code }) => [dimension, code])),
    label:
      parts.length === 0
        ? 'Ensemble'
        : parts.map(({ dimension, code }) => dimensionLabel(dimension, code) ?? code).join(' · '),
  };
}
