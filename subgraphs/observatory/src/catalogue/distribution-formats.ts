import { CSV_EXCEL_FR } from '../format/csv.ts';
import type { ExportFormat } from '../format/export-format.ts';
import type { FormatWriter } from '../format/format-writer.ts';
import { FORMATS } from '../format/formats.ts';

/** How a file of a dataset is offered to harvesters. */
export type DistributionFormat = {
  key: string;
  title: string;
  writer: FormatWriter;
  /** Parameters of its address, '' for none. */
  query: string;
  /** Code in https://publications.europa.eu/resource/authority/file-type, null when that list has none. */
  fileType: string | null;
  /** Type registered at https://www.iana.org/assignments/media-types, null when it is not. */
  mediaType: string | null;
  /** Whether its columns are those of the Table Schema. */
  isTable: boolean;
};

const of = (
  format: ExportFormat,
  title: string,
  fileType: string | null,
  mediaType: string | null,
  isTable: boolean,
): DistributionFormat => ({
  key: FORMATS[format].extension,
  title,
  writer: FORMATS[format],
  query: '',
  fileType,
  mediaType,
  isTable,
});

export const DISTRIBUTION_FORMATS: readonly DistributionFormat[] = [
  of('CSV', 'CSV (RFC 4180)', 'CSV', 'text/csv', true),
  {
    ...of('CSV', 'CSV pour Excel en français', 'CSV', 'text/csv', false),
    key: 'csv-excel-fr',
    writer: CSV_EXCEL_FR,
    query: '?dialecte=excel-fr',
  },
  of(
    'XLSX',
    'Classeur Excel',
    'XLSX',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    true,
  ),
  of('PARQUET', 'Parquet', 'PARQUET', 'application/vnd.apache.parquet', true),
  of('JSON_STAT', 'JSON-stat 2.0', 'JSON', 'application/json', false),
  of('SDMX_CSV', 'SDMX-CSV 2.0', 'CSV', 'text/csv', false),
  of('JSONL', 'JSON, un objet par ligne', null, null, false),
];
