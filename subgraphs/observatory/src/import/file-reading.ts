import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type CellColumn, nameInFile } from './cells.layout.ts';
import { AGGREGATES, type FileLayout } from './file-layouts.ts';
import type { Header } from './header.ts';
import { type ReadOptions, readFile } from './read-file.ts';
import type { ReadItem } from './source-cell.ts';

/** A file that is read to be published, and what is known of it once its last item is taken. */
export type FileReading = {
  readonly items: AsyncGenerator<ReadItem, void, undefined>;
  /** SHA-256 of the file as it was given, hexadecimal. Throws RangeError before the end. */
  readonly fileHash: () => string;
  /** Whether its equal cells add up; false for a file of no known form. */
  readonly aggregates: () => boolean;
  /** How it names a column of cells. */
  readonly columnName: (column: CellColumn) => string;
};

/** Reads a file ({@link readFile}) and, in passing, its fingerprint and its form. */
export function openReading(source: Readable, options: Omit<ReadOptions, 'onLayout'>): FileReading {
  const hash = createHash('sha256');
  let digest: string | null = null;
  let layout: FileLayout | null = null;
  let header: Header | null = null;
  async function* hashed(): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      hash.update(chunk);
      yield chunk;
    }
    digest = hash.digest('hex');
  }
  const items = readFile(Readable.from(hashed(), { objectMode: false }), {
    ...options,
    onLayout: (found, written) => {
      layout = found;
      header = written;
    },
  });
  return {
    items,
    fileHash: () => {
      if (digest === null) throw new RangeError('The fingerprint of a file is known once it has been read');
      return digest;
    },
    aggregates: () => layout !== null && AGGREGATES[layout],
    columnName: (column) => nameInFile(header, column),
  };
}
