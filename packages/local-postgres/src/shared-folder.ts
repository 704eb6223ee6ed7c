import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, lstat, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Binaries, binariesIn } from './binaries.ts';
import { LocalPostgresError } from './errors.ts';

/** Where root puts what an unprivileged account must reach; the second serves when the first cannot be used. */
export const SHARED_FOLDERS: readonly string[] = ['/var/lib/graphess', '/tmp/graphess-root'];

/** The folder of a shared folder that belongs to the project whose PostgreSQL home is `home`. */
export function dataFolderIn(shared: string, home: string): string {
  return join(shared, `data-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`);
}

/**
 * Whether root may rely on what `shared` holds: it does not exist yet, or root alone can write there. Anyone may
 * create a folder of that name under /tmp.
 */
export async function isTrusted(shared: string): Promise<boolean> {
  if (!existsSync(shared)) return true;
  const folder = await lstat(shared);
  return folder.isDirectory() && folder.uid === process.getuid?.() && (folder.mode & 0o022) === 0;
}

/** Makes a folder that all may enter, in `shared` or `shared` itself. Throws when `shared` cannot be trusted. */
export async function openFolder(shared: string, folder: string): Promise<void> {
  await mkdir(shared, { recursive: true, mode: 0o755 });
  if (!(await isTrusted(shared))) {
    throw new LocalPostgresError(
      `Le dossier ${shared} est ouvert à d’autres comptes : supprimez-le, puis relancez.`,
    );
  }
  await mkdir(folder, { recursive: true, mode: 0o755 });
  // Modes given to mkdir are cut by the umask.
  for (const path of [shared, folder]) await chmod(path, 0o755);
}

/** The copy of the programs in a shared folder, made at first need; undefined when it cannot be made there. */
export async function sharedBinaries(
  installed: Binaries,
  shared: string,
  onProgress: (frenchSentence: string) => void,
): Promise<Binaries | undefined> {
  const copy = join(shared, `postgresql-${installed.version}-${process.platform}-${process.arch}`);
  if (existsSync(copy)) return binariesIn(copy);
  const unfinished = `${copy}.${randomUUID()}`;
  try {
    await openFolder(shared, shared);
    onProgress(`Copie des programmes de PostgreSQL dans ${shared}…`);
    await cp(installed.packageDir, unfinished, { recursive: true, verbatimSymlinks: true });
    await openToAll(unfinished);
    await rename(unfinished, copy).catch((error: unknown) => {
      if (!existsSync(copy)) throw error;
    });
    return binariesIn(copy);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') throw error;
    return undefined;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function openToAll(path: string): Promise<void> {
  const file = await lstat(path);
  if (file.isSymbolicLink()) return;
  await chmod(path, file.isDirectory() || (file.mode & 0o100) !== 0 ? 0o755 : 0o644);
  if (!file.isDirectory()) return;
  for (const name of await readdir(path)) await openToAll(join(path, name));
}
