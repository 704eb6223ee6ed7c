import { type DimensionCode, dimensionOf } from '../cube/dimension.catalogue.ts';
import { indicatorOf } from '../indicator/indicator.catalogue.ts';
import type { Detail } from './detail.ts';
import type { ExportHead, ExportRow } from './export-row.ts';

/** Codes of SDMX's conventions: the total of a dimension, and a year that the source does not say. */
export const TOTAL = '_T';
export const UNDATED = '_U';

export type Axis = {
  id: string;
  label: string;
  codes: readonly string[];
  labels: Readonly<Record<string, string>>;
  codeOf(row: ExportRow, detail: Detail): string;
};

/** The axes of the cube of a file, the slowest first. */
export function axesOf({ indicators, dimensions, territories, periods }: ExportHead): Axis[] {
  return [
    {
      id: 'indicator',
      label: 'Indicateur',
      codes: indicators,
      labels: Object.fromEntries(indicators.map((code) => [code, indicatorOf(code)?.label ?? code])),
      codeOf: ({ indicator }) => indicator,
    },
    ...dimensions.map(({ dimension, values }) => dimensionAxis(dimension, values)),
    {
      id: 'territory',
      label: 'Territoire',
      codes: territories.map(({ id }) => id),
      labels: Object.fromEntries(territories.map(({ id, name }) => [id, name])),
      codeOf: ({ territory }) => territory,
    },
    {
      id: 'period',
      label: 'Année',
      codes: periods.map(periodCode),
      labels: Object.fromEntries(
        periods.map((period) => [periodCode(period), period === null ? 'Année non indiquée' : `${period}`]),
      ),
      codeOf: ({ period }) => periodCode(period),
    },
  ];
}

function dimensionAxis(dimension: DimensionCode, values: readonly { code: string; label: string }[]): Axis {
  return {
    id: dimension.toLowerCase(),
    label: dimensionOf(dimension).label,
    codes: [TOTAL, ...values.map(({ code }) => code)],
    labels: { [TOTAL]: 'Ensemble', ...Object.fromEntries(values.map(({ code, label }) => [code, label])) },
    codeOf: (_row, { codes }) => codes[dimension] ?? TOTAL,
  };
}

const periodCode = (period: number | null) => (period === null ? UNDATED : `${period}`);

export const cellsOf = (axes: readonly Axis[]): number =>
  axes.reduce((cells, { codes }) => cells * codes.length, 1);

/** Position of a row in the cube, by rows. Throws when the head does not know one of its codes. */
export function positionReader(axes: readonly Axis[]): (row: ExportRow, detail: Detail) => number {
  const ranks = axes.map(({ codes }) => new Map(codes.map((code, rank) => [code, rank])));
  return (row, detail) => {
    let position = 0;
    for (const [index, { id, codes, codeOf }] of axes.entries()) {
      const code = codeOf(row, detail);
      const rank = ranks[index]?.get(code);
      if (rank === undefined) throw new RangeError(`${code} is no code of ${id}`);
      position = position * codes.length + rank;
    }
    return position;
  };
}
