import { open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LocalPostgresError } from './errors.ts';
import { isStampAlive, processStamp } from './processes.ts';

const FREE = 'free';
const POLL_MS = 25;
const UNWRITTEN_MS = 10_000;
const PATIENCE_MS = 300_000;

/**
 * Runs `work` alone among all the processes that use `folder`.
 *
 * The lock is a numbered file, `lock.<n>`; whoever creates the number after the highest one holds it, and may do
 * so only when the highest is free or its holder dead. A stale lock is thus passed over, never deleted: deleting
 * it could delete the lock of a process that had passed over it an instant before.
 */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const held = await acquire(folder);
  try {
    return await work();
  } finally {
    await writeFile(held, FREE);
  }
}

async function acquire(folder: string): Promise<string> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const highest = Math.max(0, ...(await generations(folder)));
    if (highest === 0 || (await isFree(lockFile(folder, highest)))) {
      if (await take(folder, highest + 1)) return lockFile(folder, highest + 1);
    } else if (Date.now() > deadline) {
      throw new LocalPostgresError(
        `Un autre processus prépare PostgreSQL dans ${folder} depuis plus de ${PATIENCE_MS / 60_000} minutes : attendez sa fin ou arrêtez-le, puis relancez.`,
      );
    } else {
      await pause(POLL_MS);
    }
  }
}

async function take(folder: string, generation: number): Promise<boolean> {
  const file = lockFile(folder, generation);
  try {
    const handle = await open(file, 'wx', 0o600);
    await handle.writeFile(processStamp(process.pid) ?? '');
    await handle.close();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  const all = await generations(folder);
  if (Math.max(...all) > generation) {
    await rm(file, { force: true });
    return false;
  }
  for (const older of all.filter((n) => n < generation)) await rm(lockFile(folder, older), { force: true });
  return true;
}

async function isFree(file: string): Promise<boolean> {
  try {
    const content = await readFile(file, 'utf8');
    // The holder writes its stamp just after creating the file: an empty one is free only if it was left so.
    if (content === '') return Date.now() - (await stat(file)).mtimeMs > UNWRITTEN_MS;
    return content === FREE || !isStampAlive(content);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

async function generations(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  return names.flatMap((name) => {
    const number = /^lock\.(\d+)$/.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

function lockFile(folder: string, generation: number): string {
  return join(folder, `lock.${generation}`);
}
