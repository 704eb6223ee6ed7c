import type { Readable } from 'node:stream';
import { decodeText } from './decode-text.ts';
import { type Header, headerOf } from './header.ts';
import type { RowReader } from './layout.ts';
import type { Meter } from './meter.ts';
import { readRecords, type SourceRecord } from './read-records.ts';
import { rowProblem, UnreadableFile } from './row-problem.ts';
import type { Aside, ReadingProgress, RowProblem } from './source-cell.ts';
import { SourceRow } from './source-row.ts';
import { unpack } from './unpack.ts';

type Options<Item> = {
  fileName: string;
  signal?: AbortSignal | undefined;
  /** A reader for the lines under a header, or what is wrong with the header. */
  open: (header: Header, fileName: string) => RowReader<Item> | RowProblem[];
};

/**
 * Reads the lines of a file as they come, in bounded memory: an archive of one CSV or a CSV, in UTF-8 or Windows-1252,
 * separated by semicolons, commas or tabulations. What the file contains is never thrown: it is a problem, told with its
 * line and column. Only an abort, and a source that breaks, are thrown.
 */
export async function* readLines<Item>(
  source: Readable,
  { fileName, signal, open }: Options<Item>,
): AsyncGenerator<Item | Aside | ReadingProgress, void, undefined> {
  const meter: Meter = { bytes: 0, lines: 0 };
  let reader: RowReader<Item> | null = null;
  let header: Header | null = null;
  try {
    const unpacked = await unpack(source, fileName, meter, signal);
    for await (const records of readRecords(decodeText(unpacked.bytes, meter), meter)) {
      signal?.throwIfAborted();
      for (const record of records) {
        if (header === null || reader === null) {
          header = headerOf(record.line, record.fields);
          const opened = open(header, unpacked.fileName);
          if (Array.isArray(opened)) {
            yield* problems(opened);
            return;
          }
          reader = opened;
        } else {
          yield* shapeProblem(record, header) ?? reader.read(new SourceRow(record, header));
        }
      }
      yield { kind: 'progress', ...meter };
    }
    yield* problems(reader?.end?.() ?? []);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    yield { kind: 'problem', problem: error.problem };
  } finally {
    source.destroy();
  }
}

/** What is wrong with the number of values of a line, null when nothing is. */
function shapeProblem({ line, fields }: SourceRecord, { names }: Header): Aside[] | null {
  if (fields.length < names.length) {
    const message = `La ligne a ${fields.length} valeurs pour ${names.length} colonnes : elle est coupée, ou un séparateur manque.`;
    return problems([rowProblem(line, null, 'FIELDS_MISSING', message, null)]);
  }
  if (fields.some((field, index) => (names[index] ?? '') === '' && field.trim() !== '')) {
    const message = `La ligne a une valeur hors des ${names.length} colonnes : un séparateur est de trop, peut-être une virgule décimale sans guillemets.`;
    return problems([rowProblem(line, null, 'FIELDS_EXTRA', message, null)]);
  }
  return null;
}

function problems(found: readonly RowProblem[]): Aside[] {
  return found.map((problem) => ({ kind: 'problem', problem }));
}
