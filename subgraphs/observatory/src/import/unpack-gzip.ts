import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { checkRatio } from './archive-limits.ts';
import { damagedArchive } from './file-faults.ts';
import type { Meter } from './meter.ts';

/** The content of a gzip file as it comes. Throws UnreadableFile when it is cut, damaged or a bomb. */
export async function* gunzipped(packed: AsyncIterable<Buffer>, meter: Meter): AsyncGenerator<Buffer> {
  const input = Readable.from(packed, { objectMode: false });
  const gunzip = createGunzip();
  // An error of the source is the reader's to see: a pipe alone would leave it unheard.
  input.on('error', (error) => gunzip.destroy(error));
  input.pipe(gunzip);
  let unpacked = 0;
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      unpacked += chunk.length;
      checkRatio(unpacked, meter.bytes);
      yield chunk;
    }
  } catch (error) {
    throw isZlibError(error) ? damagedArchive(meter.lines + 1) : error;
  } finally {
    input.destroy();
    gunzip.destroy();
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^Z_/.test(String(error.code));
}
