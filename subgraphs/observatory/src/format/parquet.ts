import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { batchesOf } from './batches.ts';
import { type Cell, COLUMNS, type ColumnKind } from './columns.ts';
import { detailReader } from './detail.ts';
import type { ExportHead, ExportRow } from './export-row.ts';
import type { FormatWriter } from './format-writer.ts';
import { STATUS_WORDS } from './status-words.ts';

/** What is held in memory, and encoded without a pause, at once. */
const ROWS_OF_A_GROUP = 10_000;
const FORMAT_VERSION = '1';

type ParquetField = Pick<
  ConstructorParameters<typeof ParquetWriter>[0]['schema'][number],
  'type' | 'converted_type'
>;

const FIELDS: Readonly<Record<ColumnKind, ParquetField>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  year: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
};

/** Columns that always have a cell. */
const REQUIRED = new Set(['dataset', 'indicator', 'territory', 'territory_code', 'breakdown', 'status']);

/** Apache Parquet: codes as text, values as doubles, a group of rows at a time. */
export const PARQUET: FormatWriter = {
  extension: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  refusal: () => null,
  write: (head, rows) => fileOf(head, rows),
};

async function* fileOf(head: ExportHead, rows: AsyncIterable<ExportRow>): AsyncGenerator<Uint8Array> {
  const detailOf = detailReader();
  const bytes = new DrainedWriter();
  const parquet = new ParquetWriter({
    writer: bytes,
    schema: [
      { name: 'root', num_children: COLUMNS.length },
      ...COLUMNS.map(({ name, kind }) => ({
        name,
        ...FIELDS[kind],
        repetition_type: REQUIRED.has(name) ? ('REQUIRED' as const) : ('OPTIONAL' as const),
      })),
    ],
    createdBy: `Graph'ESS ${FORMAT_VERSION}`,
    kvMetadata: noticeOf(head),
  });
  for await (const batch of batchesOf(rows, ROWS_OF_A_GROUP)) {
    const details = batch.map(({ breakdown }) => detailOf(breakdown));
    await parquet.write({
      columnData: COLUMNS.map(({ name, cell }) => ({
        name,
        data: batch.map((row, index): Cell => {
          const detail = details[index];
          if (detail === undefined) throw new RangeError('A row without its detail');
          return cell(row, detail);
        }),
      })),
      rowGroupSize: ROWS_OF_A_GROUP,
    });
    yield bytes.drained();
  }
  await parquet.finish();
  const footer = bytes.drained();
  yield parquet.row_groups.length === 0 ? withTypedEmptyList(footer) : footer;
}

/** Number of rows, 0, then the list of groups, of no item and of type 0: what the library writes for a file of no row. */
const UNTYPED_EMPTY_LIST = [0x16, 0x00, 0x19, 0x00];
const EMPTY_LIST_OF_STRUCTS = 0x0c;

/** Strict readers want the type of items that a list could have had. */
function withTypedEmptyList(footer: Uint8Array): Uint8Array {
  const at = Buffer.from(footer).indexOf(Buffer.from(UNTYPED_EMPTY_LIST));
  if (at >= 0) footer[at + UNTYPED_EMPTY_LIST.length - 1] = EMPTY_LIST_OF_STRUCTS;
  return footer;
}

function noticeOf({ title, licence, producer, query, asOf }: ExportHead): { key: string; value: string }[] {
  return Object.entries({
    title,
    producer,
    licence,
    query,
    asOf,
    statuses: JSON.stringify(STATUS_WORDS),
  }).map(([key, value]) => ({ key: `graphess.${key}`, value }));
}

/** A writer whose bytes are taken as they come; offsets go on. */
class DrainedWriter extends ByteWriter {
  drained(): Uint8Array {
    const bytes = this.getBytes().slice();
    this.index = 0;
    return bytes;
  }
}
