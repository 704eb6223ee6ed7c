import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isStampAlive, processStamp } from './processes.ts';

/**
 * Writes that the current process uses the server; the answer is the file that says so. One process may
 * register several times. To be called with the lock held, as the other functions of this file.
 */
export async function registerUser(home: string): Promise<string> {
  await mkdir(usersFolder(home), { recursive: true, mode: 0o700 });
  const registration = join(usersFolder(home), `${process.pid}-${randomUUID()}`);
  await writeFile(registration, `${processStamp(process.pid) ?? ''}\n${home}`, { mode: 0o600 });
  return registration;
}

/** The registration is forgotten; harmless when it already was. */
export async function unregisterUser(registration: string): Promise<void> {
  await rm(registration, { force: true });
}

/** How many registrations belong to a living process; those of dead processes are removed. */
export async function countLiveUsers(home: string): Promise<number> {
  await mkdir(usersFolder(home), { recursive: true, mode: 0o700 });
  let live = 0;
  for (const name of await readdir(usersFolder(home))) {
    const registration = join(usersFolder(home), name);
    const [stamp = '', server] = (await readFile(registration, 'utf8')).split('\n');
    // A copy of the folder holds registrations that are about the original's server.
    if (server === home && isStampAlive(stamp)) live += 1;
    else await unregisterUser(registration);
  }
  return live;
}

function usersFolder(home: string): string {
  return join(home, 'users');
}
