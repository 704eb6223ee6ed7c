import { type CsvError, type Options, parse } from 'csv-parse';
import type { Meter } from './meter.ts';
import { UnreadableFile } from './row-problem.ts';

/** A record of a CSV file, with the physical line on which it begins. */
export type SourceRecord = { line: number; fields: string[] };

const SEPARATORS = [';', ',', '\t'] as const;
const LONGEST_RECORD = 1024 * 1024;

/**
 * Records of a text given by whole lines, in batches; the first record is the header, whose separators are those of the
 * file. Lines without any value are left. Throws UnreadableFile for a quote that is never closed.
 */
export async function* readRecords(
  text: AsyncIterable<string>,
  meter: Meter,
): AsyncGenerator<SourceRecord[]> {
  const batch: SourceRecord[] = [];
  let lastLine = 0;
  let parser: ReturnType<typeof parse> | null = null;
  let failure: CsvError | null = null;
  const open = (delimiter: string) => {
    const options: Options = {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: '\n',
      max_record_size: LONGEST_RECORD,
      // Records are taken here, with their line, rather than from the stream.
      on_record: (fields: string[], { lines }) => {
        if (fields.some((field) => field.trim() !== '')) {
          batch.push({ line: lines - fields.reduce((sum, field) => sum + lineFeeds(field), 0), fields });
        }
        lastLine = lines;
        return null;
      },
    };
    const opened = parse(options);
    opened.on('error', (error: CsvError) => {
      failure ??= error;
    });
    return opened;
  };

  let header = '';
  for await (const block of text) {
    if (parser === null) {
      header += block;
      const delimiter = separatorOf(header);
      if (delimiter === null) continue;
      parser = open(delimiter);
      await write(parser, header);
    } else {
      await write(parser, block);
    }
    if (failure !== null) break;
    yield batch.splice(0);
  }
  if (parser === null) {
    if (header.trim() === '') throw new UnreadableFile(1, 'EMPTY_FILE', 'Le fichier est vide.');
    parser = open(separatorOf(`${header}\n`) ?? ';');
    await write(parser, header);
  }
  if (failure === null) await end(parser);
  yield batch.splice(0);
  if (failure !== null) throw explain(failure, lastLine, meter);
}

/** The separator of a text: the one that its first line with words has most, quotes left out. Null until that line ends. */
function separatorOf(text: string): string | null {
  const counts = new Map<string, number>(SEPARATORS.map((separator) => [separator, 0]));
  let quoted = false;
  let words = false;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    else if (quoted) words = true;
    else if (letter === '\n' && words) return mostOf(counts);
    else if (counts.has(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    else if (letter.trim() !== '') words = true;
  }
  return text.length > LONGEST_RECORD ? mostOf(counts) : null;
}

function mostOf(counts: ReadonlyMap<string, number>): string {
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

function lineFeeds(field: string): number {
  return field.includes('\n') ? field.split('\n').length - 1 : 0;
}

function write(parser: ReturnType<typeof parse>, text: string): Promise<void> {
  return new Promise((resolve) => parser.write(text, () => resolve()));
}

function end(parser: ReturnType<typeof parse>): Promise<void> {
  return new Promise((resolve) => {
    parser.once('error', () => resolve());
    parser.end(() => resolve());
  });
}

function explain(failure: CsvError, lastLine: number, meter: Meter): UnreadableFile {
  const line = lastLine + 1;
  return failure.code === 'CSV_QUOTE_NOT_CLOSED' || failure.code === 'CSV_MAX_RECORD_SIZE'
    ? new UnreadableFile(
        line,
        'QUOTE_NOT_CLOSED',
        'Un guillemet ouvert dans cette ligne n’est jamais refermé : le fichier est coupé, ou un guillemet est de trop.',
      )
    : new UnreadableFile(Math.max(line, meter.lines), 'NOT_CSV', 'Cette ligne ne se lit pas comme du CSV.');
}
