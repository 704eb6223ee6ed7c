import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { CSV_EXCEL_FR } from '../../../subgraphs/observatory/src/format/csv.ts';
import type { ExportHead, ExportRow } from '../../../subgraphs/observatory/src/format/export-row.ts';
import { FORMATS } from '../../../subgraphs/observatory/src/format/formats.ts';
import { JSONL } from '../../../subgraphs/observatory/src/format/jsonl.ts';
import { syntheticHead, syntheticRows } from './synthetic-rows.ts';

/** A process that writes one file of synthetic rows to nowhere, and says what it took: `write-one.ts FORMAT ROWS`. */
const WRITERS = { ...FORMATS, CSV_EXCEL_FR, ALL_ROWS_FIRST: { ...JSONL, write: allRowsFirst } };

/** The control: what a writer that keeps its rows comes to. */
async function* allRowsFirst(head: ExportHead, rows: AsyncIterable<ExportRow>): AsyncGenerator<Uint8Array> {
  const all: ExportRow[] = [];
  for await (const row of rows) all.push(row);
  yield* JSONL.write(head, Readable.from(all));
}

const [, , name = '', rows = ''] = process.argv;
const found = Object.entries(WRITERS).find(([each]) => each === name);
if (found === undefined) throw new RangeError(`Unknown format: ${name}`);
const count = Number(rows);
const sha256 = createHash('sha256');
const start = performance.now();
let bytes = 0;
let chunks = 0;
for await (const chunk of found[1].write(syntheticHead(count), syntheticRows(count))) {
  sha256.update(chunk);
  bytes += chunk.length;
  chunks += 1;
}
const seconds = (performance.now() - start) / 1000;
process.stdout.write(
  JSON.stringify({
    bytes,
    chunks,
    seconds,
    sha256: sha256.digest('hex'),
    peakKiB: process.resourceUsage().maxRSS,
  }),
);
