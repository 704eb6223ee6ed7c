import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { livePostmaster } from './postmaster.ts';

const folders: string[] = [];

/** A new folder that every account may enter, as an ordinary project folder. */
export async function temporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'graphess-test-')));
  await chmod(folder, 0o755);
  folders.push(folder);
  return folder;
}

/** Removes the folders, and the servers that a failed test left in them. */
export async function removeTemporaryFolders(): Promise<void> {
  for (const folder of folders.splice(0)) {
    const left = await livePostmaster(join(folder, 'postgres', 'data'));
    if (left !== undefined) process.kill(left.pid, 'SIGQUIT');
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
