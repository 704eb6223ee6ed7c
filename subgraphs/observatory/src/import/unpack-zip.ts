import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { checkRatio, LARGEST_ARCHIVE } from './archive-limits.ts';
import { damagedArchive, workbook } from './file-faults.ts';
import type { Meter } from './meter.ts';
import { UnreadableFile } from './row-problem.ts';

/** The bytes of a text file, and its own name, which an archive may hide. */
export type Unpacked = { fileName: string; bytes: AsyncIterable<Buffer> };

const MOST_ENTRIES = 100;

/**
 * The one CSV file of a zip archive, whose table of contents is at its end: the archive is first written aside. A
 * description (`…_metadata.csv`) that goes with the file is left. Throws UnreadableFile for any other archive.
 */
export async function unzipped(packed: AsyncIterable<Buffer>, meter: Meter): Promise<Unpacked> {
  const folder = await mkdtemp(join(tmpdir(), 'graphess-import-'));
  try {
    const path = join(folder, 'archive.zip');
    await pipeline(packed, bounded, createWriteStream(path, { mode: 0o600 }));
    const zip = await openPromise(path, { autoClose: false, lazyEntries: true }).catch(() => {
      throw damagedArchive(1);
    });
    try {
      const entry = await onlyCsv(zip);
      checkRatio(entry.uncompressedSize, entry.compressedSize);
      return { fileName: entry.fileName, bytes: content(zip, entry, meter, folder) };
    } catch (error) {
      zip.close();
      throw error;
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function* bounded(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of packed) {
    size += chunk.length;
    if (size > LARGEST_ARCHIVE) {
      throw new UnreadableFile(
        1,
        'ARCHIVE_TOO_LARGE',
        'L’archive pèse plus de 1 Gio : elle n’est pas ouverte.',
      );
    }
    yield chunk;
  }
}

async function onlyCsv(zip: ZipFile): Promise<Entry> {
  if (zip.entryCount > MOST_ENTRIES) throw severalFiles(zip.entryCount);
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch {
    throw damagedArchive(1);
  }
  if (entries.some(({ fileName }) => fileName === 'xl/workbook.xml')) throw workbook();
  const files = entries.filter(
    ({ fileName }) => /\.(csv|txt)$/i.test(fileName) && !/(^|\/)__MACOSX\/|_metadata\.csv$/i.test(fileName),
  );
  const [entry] = files;
  if (entry === undefined || files.length > 1) throw severalFiles(files.length);
  if (entry.isEncrypted() || !entry.canDecodeFileData()) {
    throw new UnreadableFile(
      1,
      'ARCHIVE_UNREADABLE',
      'L’archive est chiffrée ou compressée d’une manière inconnue : déposez le fichier CSV seul.',
    );
  }
  return entry;
}

async function* content(zip: ZipFile, entry: Entry, meter: Meter, folder: string): AsyncGenerator<Buffer> {
  const packedSize = meter.bytes;
  let sum = 0;
  let unpacked = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      sum = crc32(chunk, sum);
      unpacked += chunk.length;
      // The archive was read once to be put aside: what is shown is how far its content is.
      meter.bytes = Math.round((packedSize * unpacked) / entry.uncompressedSize);
      yield chunk;
    }
    if (sum !== entry.crc32) throw damagedArchive(meter.lines + 1);
  } catch (error) {
    throw error instanceof UnreadableFile || isAbort(error) ? error : damagedArchive(meter.lines + 1);
  } finally {
    zip.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

function severalFiles(count: number): UnreadableFile {
  return new UnreadableFile(
    1,
    'ARCHIVE_NOT_ONE_FILE',
    `L’archive doit contenir un fichier CSV et un seul ; elle en contient ${count}.`,
  );
}
