import { CSV } from './csv.ts';
import type { ExportFormat } from './export-format.ts';
import type { FormatWriter } from './format-writer.ts';
import { JSON_STAT } from './json-stat.ts';
import { JSONL } from './jsonl.ts';
import { PARQUET } from './parquet.ts';
import { SDMX_CSV } from './sdmx-csv.ts';
import { XLSX } from './xlsx.ts';

/** Raised whenever the bytes of any format change for the same rows: tags of files that clients keep depend on it. */
export const FORMATS_VERSION = 1;

export const FORMATS: Readonly<Record<ExportFormat, FormatWriter>> = {
  CSV,
  XLSX,
  JSON_STAT,
  SDMX_CSV,
  JSONL,
  PARQUET,
};
