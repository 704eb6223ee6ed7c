import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type ByteRange,
  ContentTooLong,
  checkKey,
  type FileStorage,
  type StoredFile,
} from './file-storage.ts';

/** Where files are written until they are whole; no key begins so. */
const UNFINISHED = '.unfinished';

/** A storage in a folder of this machine, made when it is first written to. */
export function folderStorage(folder: string): FileStorage {
  const pathOf = (key: string) => {
    checkKey(key);
    return join(folder, key);
  };
  return {
    async put(key, content, { maxBytes, signal }) {
      const path = pathOf(key);
      const draft = join(folder, UNFINISHED, randomUUID());
      await mkdir(dirname(draft), { recursive: true, mode: 0o700 });
      try {
        const stored = await write(draft, content, maxBytes, signal);
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await rename(draft, path);
        await flushFolder(dirname(path));
        return stored;
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },

    async open(key, range) {
      const file = await open(pathOf(key), 'r').catch(unlessMissing);
      return file === null ? null : file.createReadStream(boundsOf(range));
    },

    async bytesOf(key) {
      const found = await stat(pathOf(key)).catch(unlessMissing);
      return found === null ? null : found.size;
    },

    async keysIn(name, before) {
      const keys: string[] = [];
      for (const file of (await readdir(join(folder, name)).catch(unlessMissing)) ?? []) {
        const key = `${name}/${file}`;
        const found = await stat(pathOf(key)).catch(unlessMissing);
        if (found?.isFile() && found.mtime < before) keys.push(key);
      }
      return keys.sort();
    },

    async remove(key) {
      await rm(pathOf(key), { force: true });
    },

    async sweep(before) {
      const drafts = (await readdir(join(folder, UNFINISHED)).catch(unlessMissing)) ?? [];
      for (const name of drafts) {
        const draft = join(folder, UNFINISHED, name);
        const found = await stat(draft).catch(unlessMissing);
        if (found !== null && found.mtime < before) await rm(draft, { force: true });
      }
    },
  };
}

async function write(
  path: string,
  content: AsyncIterable<Uint8Array>,
  maxBytes: number,
  signal: AbortSignal | undefined,
): Promise<StoredFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of content) {
      signal?.throwIfAborted();
      bytes += chunk.length;
      if (bytes > maxBytes) throw new ContentTooLong(`More than ${maxBytes} bytes`);
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    signal?.throwIfAborted();
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** A name is only as durable as its folder. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function boundsOf(range: ByteRange | undefined): { start?: number; end?: number } {
  return range === undefined ? {} : { start: range.start, end: range.end };
}

function unlessMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
