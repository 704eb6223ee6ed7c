import { batchesOf } from './batches.ts';
import { COLUMNS } from './columns.ts';
import { detailReader } from './detail.ts';
import type { ExportHead, ExportRow } from './export-row.ts';
import { FormatRefused, type FormatWriter } from './format-writer.ts';
import { noticeSheet } from './notice-sheet.ts';
import { cellXml } from './sheet-cell.ts';
import { columnName, MAIN, STYLE, XML } from './spreadsheet-xml.ts';
import { StringPool } from './string-pool.ts';
import { SHEET_PATHS, STRINGS_PATH, workbookParts } from './workbook-parts.ts';
import { ZipStream } from './zip-stream.ts';

const ROWS_AT_ONCE = 200;
/** A sheet has 1,048,576 rows, the one of names included. */
const MOST_ROWS = 1_048_575;
const SHEETS = ['Données', 'Lisez-moi'] as const;

const LETTERS = COLUMNS.map((_, place) => columnName(place));
const LAST_LETTER = columnName(COLUMNS.length - 1);

/** A workbook for Excel: texts are text cells, never formulas; numbers are numbers; a notice goes with them. */
export const XLSX: FormatWriter = {
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  refusal: ({ rowCount }) => refusalOf(rowCount),
  write: (head, rows) => workbookOf(head, rows),
};

function refusalOf(rowCount: number): string | null {
  return rowCount <= MOST_ROWS
    ? null
    : `Une feuille de classeur a au plus ${MOST_ROWS.toLocaleString('fr-FR')} lignes, et cette demande en a ${rowCount.toLocaleString('fr-FR')} : demandez-en moins, ou choisissez CSV ou Parquet.`;
}

async function* workbookOf(head: ExportHead, rows: AsyncIterable<ExportRow>): AsyncGenerator<Uint8Array> {
  const refused = refusalOf(head.rowCount);
  if (refused !== null) throw new FormatRefused(refused);
  const zip = new ZipStream();
  const pool = new StringPool();
  for (const [path, xml] of Object.entries(workbookParts(SHEETS, LAST_LETTER, head.rowCount + 1))) {
    zip.entry(path)(xml, true);
  }
  const push = zip.entry(SHEET_PATHS[0]);
  push(sheetOpening(pool));
  let place = 1;
  const detailOf = detailReader();
  for await (const batch of batchesOf(rows, ROWS_AT_ONCE)) {
    if (place + batch.length > MOST_ROWS + 1)
      throw new FormatRefused(refusalOf(Number.MAX_SAFE_INTEGER) ?? '');
    push(batch.map((row) => rowXml(row, ++place)).join(''));
    yield* zip.drained();
  }
  if (place !== head.rowCount + 1) throw new RangeError('Not as many rows as were announced');
  push(`</sheetData><autoFilter ref="A1:${LAST_LETTER}${head.rowCount + 1}"/></worksheet>`, true);
  zip.entry(SHEET_PATHS[1])(noticeSheet(head, pool), true);
  zip.entry(STRINGS_PATH)(pool.xml(), true);
  zip.end();
  yield* zip.drained();

  function rowXml(row: ExportRow, at: number): string {
    const detail = detailOf(row.breakdown);
    const cells = COLUMNS.map(({ cell }, index) =>
      cellXml(`${LETTERS[index]}${at}`, cell(row, detail), STYLE.text, pool),
    );
    return `<row r="${at}">${cells.join('')}</row>`;
  }
}

function sheetOpening(pool: StringPool): string {
  const widths = COLUMNS.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const names = COLUMNS.map(({ name }, index) => cellXml(`${LETTERS[index]}1`, name, STYLE.heading, pool));
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0" tabSelected="1"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1">${names.join('')}</row>`;
}
