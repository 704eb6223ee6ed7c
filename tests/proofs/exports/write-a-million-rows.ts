import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ExportFormat } from '../../../subgraphs/observatory/src/format/export-format.ts';

/**
 * `npm run prove -- exports`: each format written from 100,000 then 1,000,000 synthetic rows, each time in a process of its
 * own. Prints rates, sizes and peak memory; exits with 1 when memory grows with the rows, or when the same rows make other
 * bytes the second time.
 */
const FEW = 100_000;
const MANY = 1_000_000;
/** All that the process may keep at once: a writer that kept its rows would end before the million. */
const HEAP_MIB = 96;
/** What ten times the rows may add to the peak: pools of the runtime that fill, and three bytes a row in JSON-stat. */
const GROWTH_ALLOWED_MIB = 96;

type Measure = { bytes: number; chunks: number; seconds: number; sha256: string; peakKiB: number };

const run = promisify(execFile);
const program = fileURLToPath(new URL('./write-one.ts', import.meta.url));

async function measure(format: string, rows: number): Promise<Measure> {
  const { stdout } = await run(process.execPath, [
    `--max-old-space-size=${HEAP_MIB}`,
    ...process.execArgv,
    program,
    format,
    String(rows),
  ]);
  return JSON.parse(stdout);
}

const say = (text: string) => process.stdout.write(`${text}\n`);
const figure = (value: number, width: number) => Math.round(value).toLocaleString('en').padStart(width);

let broken = 0;
say('format             rows    rows/s        bytes  peak MiB');
for (const format of [...Object.keys(ExportFormat), 'CSV_EXCEL_FR']) {
  const few = await measure(format, FEW);
  const again = await measure(format, FEW);
  const many = await measure(format, MANY);
  for (const [rows, { seconds, bytes, peakKiB }] of [
    [FEW, few],
    [MANY, many],
  ] as const) {
    say(
      `${format.padEnd(13)}${figure(rows, 10)}${figure(rows / seconds, 10)}${figure(bytes, 13)}${figure(peakKiB / 1024, 10)}`,
    );
  }
  const growth = (many.peakKiB - few.peakKiB) / 1024;
  const kept = {
    'memory does not follow the rows': growth < GROWTH_ALLOWED_MIB,
    'same rows, same bytes': few.sha256 === again.sha256,
  };
  for (const [promise, held] of Object.entries(kept)) {
    if (!held) broken += 1;
    say(`    ${held ? 'kept  ' : 'BROKEN'}  ${promise}`);
  }
}
const control = await measure('ALL_ROWS_FIRST', MANY).then(
  () => 'BROKEN',
  () => 'kept  ',
);
say(`control\n    ${control}  a writer that keeps its rows does not end`);
if (control === 'BROKEN') broken += 1;
process.exitCode = broken === 0 ? 0 : 1;
