import { inflateRawSync } from 'node:zlib';

const ENTRY = Buffer.from('504b0102', 'hex');
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const DEFLATED = 8;

/**
 * Whether all that an archive holds stays under `most` bytes once unpacked. Sizes that the archive states are not believed:
 * each entry is unpacked, until there is no room left. What cannot be unpacked is left for its reader to refuse.
 */
export function unpacksWithin(archive: Buffer, most: number): boolean {
  let room = most;
  for (let at = archive.indexOf(ENTRY); at !== -1; at = archive.indexOf(ENTRY, at + ENTRY_BYTES)) {
    if (at + ENTRY_BYTES > archive.length) break;
    const start = archive.readUInt32LE(at + 42);
    if (start + LOCAL_BYTES > archive.length) continue;
    const content = start + LOCAL_BYTES + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28);
    const packed = archive.subarray(content, content + archive.readUInt32LE(at + 20));
    const size = archive.readUInt16LE(at + 10) === DEFLATED ? sizeOf(packed, room) : packed.length;
    if (size > room) return false;
    room -= size;
  }
  return true;
}

function sizeOf(packed: Buffer, room: number): number {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, room) }).length;
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooLarge ? Number.POSITIVE_INFINITY : 0;
  }
}
