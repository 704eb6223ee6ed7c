import { batchesOf, encoded } from './batches.ts';
import { COLUMNS } from './columns.ts';
import { detailReader } from './detail.ts';
import type { ExportRow } from './export-row.ts';
import type { FormatWriter } from './format-writer.ts';

const ROWS_AT_ONCE = 500;

/** A JSON object a line, with the names of the columns; what has no value is null and never absent. */
export const JSONL: FormatWriter = {
  extension: 'jsonl',
  mediaType: 'application/x-ndjson',
  refusal: () => null,
  write: (_head, rows) => linesOf(rows),
};

async function* linesOf(rows: AsyncIterable<ExportRow>): AsyncGenerator<Uint8Array> {
  const detailOf = detailReader();
  for await (const batch of batchesOf(rows, ROWS_AT_ONCE)) {
    const lines = batch.map((row) =>
      JSON.stringify(
        Object.fromEntries(COLUMNS.map(({ name, cell }) => [name, cell(row, detailOf(row.breakdown))])),
      ),
    );
    yield encoded(`${lines.join('\n')}\n`);
  }
}
