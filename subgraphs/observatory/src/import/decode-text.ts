import { isAscii } from 'node:buffer';
import type { Meter } from './meter.ts';
import { UnreadableFile } from './row-problem.ts';

const LF = 0x0a;
const CR = 0x0d;
const LONGEST_LINE = 4 * 1024 * 1024;
/** Bytes that Windows-1252 leaves without a character. */
const UNUSED_IN_1252 = /[\x81\x8d\x8f\x90\x9d]/;
/** Accented letters and typographic marks of UTF-8, as they look when read byte by byte: no French text has them. */
const UTF8_BYTES = /\xc3[\x80-\xbf]|\xe2\x80[\x80-\xbf]/;

type Encoding = 'undecided' | 'utf-8' | 'windows-1252';

/**
 * The text of a file by whole lines, `\n` alone between them: UTF-8 when its first letters beyond ASCII are, Windows-1252
 * otherwise. Throws UnreadableFile, with the line, for UTF-16, for bytes that are no text, and where a file changes its
 * encoding. Counts lines in `meter`.
 */
export async function* decodeText(bytes: AsyncIterable<Buffer>, meter: Meter): AsyncGenerator<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const windows1252 = new TextDecoder('windows-1252');
  let encoding: Encoding = 'undecided';

  const decode = (block: Buffer): string => {
    if (isAscii(block)) return block.toString('latin1');
    if (encoding !== 'windows-1252') {
      try {
        const text = utf8.decode(block);
        encoding = 'utf-8';
        return text;
      } catch {
        if (encoding === 'utf-8') throw mixed(meter.lines + lineWith(block, (line) => !isUtf8(line)));
        encoding = 'windows-1252';
      }
    }
    const asBytes = block.toString('latin1');
    if (UTF8_BYTES.test(asBytes)) throw mixed(meter.lines + lineWith(block, has(UTF8_BYTES)));
    if (UNUSED_IN_1252.test(asBytes)) throw notText(meter.lines + lineWith(block, has(UNUSED_IN_1252)));
    return windows1252.decode(block);
  };

  for await (const block of wholeLines(withoutBom(bytes), meter)) {
    if (block.includes(0)) throw notText(meter.lines + lineWith(block, (line) => line.includes(0)));
    const text = oneLineEnd(decode(block));
    yield text;
    meter.lines += countLines(text);
  }
}

async function* withoutBom(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0);
  for await (const chunk of bytes) {
    if (head === null) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < 4) continue;
    yield afterBom(head);
    head = null;
  }
  if (head !== null) yield afterBom(head);
}

function afterBom(head: Buffer): Buffer {
  const start = head.subarray(0, 4).toString('hex');
  // Without its mark, UTF-16 has a zero in every second byte of its first letters.
  if (/^(fffe|feff|00..00|..00..00$)/.test(start)) {
    throw new UnreadableFile(
      1,
      'ENCODING_UTF16',
      'Le fichier est en UTF-16 (« texte Unicode ») : enregistrez-le en CSV UTF-8.',
    );
  }
  return start.startsWith('efbbbf') ? head.subarray(3) : head;
}

/** Blocks that end with a line, the last one left as it is: no letter is ever cut. */
async function* wholeLines(bytes: AsyncIterable<Buffer>, meter: Meter): AsyncGenerator<Buffer> {
  let kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    const end = endOfLastLine(chunk);
    if (end === 0) {
      kept.push(chunk);
      size += chunk.length;
      if (size > LONGEST_LINE) {
        throw new UnreadableFile(
          meter.lines + 1,
          'LINE_TOO_LONG',
          'Une ligne dépasse 4 Mio : ce n’est pas un CSV.',
        );
      }
      continue;
    }
    yield kept.length === 0 ? chunk.subarray(0, end) : Buffer.concat([...kept, chunk.subarray(0, end)]);
    kept = end < chunk.length ? [chunk.subarray(end)] : [];
    size = chunk.length - end;
  }
  if (size > 0) yield Buffer.concat(kept);
}

/** Where the last line of a chunk ends, 0 when none does. A last `\r` may be half of a line's end. */
function endOfLastLine(chunk: Buffer): number {
  const feed = chunk.lastIndexOf(LF);
  if (feed >= 0) return feed + 1;
  const lastReturn = chunk.lastIndexOf(CR, chunk.length - 2);
  return chunk.length < 2 ? 0 : lastReturn + 1;
}

function oneLineEnd(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** Rank, from 1, of the first line of a block that is so. */
function lineWith(block: Buffer, isSo: (line: Buffer) => boolean): number {
  let line = 1;
  for (let start = 0; start < block.length; line += 1) {
    const feed = block.indexOf(LF, start);
    const end = feed < 0 ? block.length : feed;
    if (isSo(block.subarray(start, end))) return line;
    start = end + 1;
  }
  return 1;
}

function isUtf8(line: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(line);
    return true;
  } catch {
    return false;
  }
}

const has = (pattern: RegExp) => (line: Buffer) => pattern.test(line.toString('latin1'));

function mixed(line: number): UnreadableFile {
  return new UnreadableFile(
    line,
    'ENCODING_MIXED',
    'Cette ligne n’est pas dans l’encodage du reste du fichier : enregistrez tout le fichier en UTF-8.',
  );
}

function notText(line: number): UnreadableFile {
  return new UnreadableFile(line, 'NOT_TEXT', 'Cette ligne contient des octets qui ne sont pas du texte.');
}
