import { existsSync } from 'node:fs';
import { type FileHandle, open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

const ROTATED_BYTES = 5_000_000;

/** The log, opened for the server, and `since`: what it says from this instant. The caller closes `handle`. */
export async function openLog(home: string): Promise<{ handle: FileHandle; since: () => Promise<string> }> {
  const file = logFile(home);
  if (existsSync(file) && (await stat(file)).size > ROTATED_BYTES) await rename(file, `${file}.1`);
  const handle = await open(file, 'a', 0o600);
  const { size: start } = await handle.stat();
  return { handle, since: () => readFrom(file, start) };
}

async function readFrom(file: string, start: number): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.max(0, size - start)), {
      position: start,
    });
    return buffer.subarray(0, bytesRead).toString('utf8');
  } finally {
    await handle.close();
  }
}

function logFile(home: string): string {
  return join(home, 'server.log');
}
