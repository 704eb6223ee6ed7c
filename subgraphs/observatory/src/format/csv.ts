import { stringify } from 'csv-stringify/sync';
import { batchesOf, encoded } from './batches.ts';
import { type Cell, COLUMNS } from './columns.ts';
import { detailReader } from './detail.ts';
import type { ExportRow } from './export-row.ts';
import type { FormatWriter } from './format-writer.ts';
import { withoutFormula } from './formula.rules.ts';

const ROWS_AT_ONCE = 500;
const BYTE_ORDER_MARK = '\uFEFF';

type Dialect = { delimiter: string; mark: string; decimal: string; yes: string; no: string };

const RFC_4180: Dialect = { delimiter: ',', mark: '', decimal: '.', yes: 'true', no: 'false' };
const EXCEL_FR: Dialect = {
  delimiter: ';',
  mark: BYTE_ORDER_MARK,
  decimal: ',',
  yes: 'VRAI',
  no: 'FAUX',
};

/** CSV of RFC 4180: comma, point, UTF-8 without a byte order mark, CRLF. */
export const CSV: FormatWriter = {
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  refusal: () => null,
  write: (_head, rows) => csvOf(rows, RFC_4180),
};

/** What a French Excel opens by a double click: semicolon, comma, byte order mark, CRLF. */
export const CSV_EXCEL_FR: FormatWriter = {
  ...CSV,
  write: (_head, rows) => csvOf(rows, EXCEL_FR),
};

async function* csvOf(rows: AsyncIterable<ExportRow>, dialect: Dialect): AsyncGenerator<Uint8Array> {
  const detailOf = detailReader();
  yield encoded(
    dialect.mark +
      csvLines(
        COLUMNS.map(({ name }) => name),
        dialect.delimiter,
      ),
  );
  for await (const batch of batchesOf(rows, ROWS_AT_ONCE)) {
    yield encoded(
      csvLinesOf(
        batch.map((row) =>
          COLUMNS.map((column) => written(column.cell(row, detailOf(row.breakdown)), dialect)),
        ),
        dialect.delimiter,
      ),
    );
  }
}

function written(cell: Cell, { decimal, yes, no }: Dialect): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return decimal === '.' ? `${cell}` : `${cell}`.replace('.', decimal);
  if (typeof cell === 'boolean') return cell ? yes : no;
  return withoutFormula(cell);
}

/** Records as RFC 4180 writes them, each ended by CRLF. */
export function csvLinesOf(records: readonly (readonly string[])[], delimiter: string): string {
  return stringify(
    records.map((record) => [...record]),
    // A line feed alone is no record delimiter for the writer, and one for most readers.
    { delimiter, record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
  );
}

const csvLines = (record: readonly string[], delimiter: string) => csvLinesOf([record], delimiter);
