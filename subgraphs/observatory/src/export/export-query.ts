import { DIMENSION_CODES, type DimensionCode } from '../cube/dimension.catalogue.ts';
import type { ExportFormat } from '../format/export-format.ts';
import { FORMATS } from '../format/formats.ts';
import type { IndicatorCode } from '../indicator/indicator.code.ts';
import type { CsvDialect } from './csv-dialect.ts';

/** Which cells of a dataset a file holds, and how it is written. A list that is null keeps everything. */
export type ExportQuery = {
  readonly datasetCode: string;
  readonly format: ExportFormat;
  readonly dialect: CsvDialect;
  readonly territories: readonly string[] | null;
  readonly indicators: readonly IndicatorCode[] | null;
  /** Cells with these dimensions and no other: totals alone when empty. An empty `in` keeps every code. */
  readonly dimensions: readonly { dimension: DimensionCode; in: readonly string[] }[] | null;
  readonly from: number | null;
  readonly to: number | null;
  /** Instant of publication (RFC 3339) whose values are given. */
  readonly asOf: string;
};

/** What stands for the cells that no dimension details. */
export const TOTALS = 'TOTAL';

/** The address that makes the same file again, whatever was published since: one text for one query. */
export function canonicalQuery(query: ExportQuery): string {
  const { datasetCode, format, dialect, dimensions } = query;
  const parameters = [
    ['asOf', query.asOf],
    ['dialecte', dialect === 'EXCEL_FR' ? 'excel-fr' : null],
    ...(dimensions === null ? [] : dimensionTexts(dimensions).map((text) => ['dimensions', text] as const)),
    ['from', query.from],
    ['indicators', listText(query.indicators)],
    ['territories', listText(query.territories)],
    ['to', query.to],
  ].flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`]));
  return `/datasets/${datasetCode}.${FORMATS[format].extension}?${parameters.join('&')}`;
}

function dimensionTexts(dimensions: NonNullable<ExportQuery['dimensions']>): string[] {
  if (dimensions.length === 0) return [TOTALS];
  return DIMENSION_CODES.flatMap((code) => dimensions.filter(({ dimension }) => dimension === code)).map(
    ({ dimension, in: codes }) => (codes.length === 0 ? dimension : `${dimension}:${listText(codes)}`),
  );
}

/** Codes have no character that an address would have to escape. */
function listText(codes: readonly string[] | null): string | null {
  return codes === null ? null : [...new Set(codes)].sort().join(',');
}
