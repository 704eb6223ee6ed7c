import type { Readable } from 'node:stream';
import { workbook } from './file-faults.ts';
import type { Meter } from './meter.ts';
import { UnreadableFile } from './row-problem.ts';
import { gunzipped } from './unpack-gzip.ts';
import { type Unpacked, unzipped } from './unpack-zip.ts';

const OLD_EXCEL = 'd0cf11e0';

/**
 * The bytes of a file as they come, out of the archive (`.zip`, `.gz`) that it may be in: its first bytes tell, not its
 * name. Throws UnreadableFile for anything else that is no text; so does the iteration when the file is cut.
 */
export async function unpack(
  source: Readable,
  fileName: string,
  meter: Meter,
  signal: AbortSignal | undefined,
): Promise<Unpacked> {
  const { head, bytes } = await withHead(source, meter, signal);
  if (head.length === 0) throw new UnreadableFile(1, 'EMPTY_FILE', 'Le fichier est vide.');
  const start = head.subarray(0, 4).toString('hex');
  if (start === OLD_EXCEL) throw workbook();
  if (start.startsWith('1f8b')) {
    return { fileName: fileName.replace(/\.gz$/i, ''), bytes: gunzipped(bytes, meter) };
  }
  if (start.startsWith('504b')) return unzipped(bytes, meter);
  return { fileName, bytes };
}

/** The first bytes of a source, and all of its bytes, those included. */
async function withHead(source: Readable, meter: Meter, signal: AbortSignal | undefined) {
  const chunks = counted(source, meter, signal);
  const first: Buffer[] = [];
  while (Buffer.concat(first).length < 4) {
    const next = await chunks.next();
    if (next.done) break;
    first.push(next.value);
  }
  async function* all(): AsyncGenerator<Buffer> {
    try {
      yield* first;
      yield* chunks;
    } finally {
      await chunks.return(undefined);
    }
  }
  return { head: Buffer.concat(first), bytes: all() };
}

async function* counted(
  source: Readable,
  meter: Meter,
  signal: AbortSignal | undefined,
): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    signal?.throwIfAborted();
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
    meter.bytes += bytes.length;
    yield bytes;
  }
}
