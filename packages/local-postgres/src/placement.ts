import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { giveTree, ownerOf, unprivilegedAccounts } from './account.ts';
import type { Binaries } from './binaries.ts';
import { LocalPostgresError } from './errors.ts';
import { type Account, runProgram } from './run.ts';
import { dataFolderIn, isTrusted, openFolder, SHARED_FOLDERS, sharedBinaries } from './shared-folder.ts';

/** Which programs are run, under which account (undefined: the current one), on which data. */
export type Placement = { binaries: Binaries; dataDir: string; account: Account | undefined };

type PlacementRequest = {
  home: string;
  installed: Binaries;
  onProgress: (frenchSentence: string) => void;
  uid?: number | undefined;
  sharedFolders?: readonly string[];
};

/**
 * Decides where PostgreSQL runs from and keeps its data. An ordinary user: the installed programs, data in
 * `home`. Root: under an unprivileged account, and whatever that account cannot reach (a project under /root)
 * is put in a shared folder, programs once per version, data under a name derived from `home`. Reach is not
 * computed from modes: the programs are run as that account.
 */
export async function place({
  home,
  installed,
  onProgress,
  uid = process.getuid?.(),
  sharedFolders = SHARED_FOLDERS,
}: PlacementRequest): Promise<Placement> {
  if (uid !== 0) return { binaries: installed, dataDir: join(home, 'data'), account: undefined };
  const trusted: string[] = [];
  for (const shared of sharedFolders) if (await isTrusted(shared)) trusted.push(shared);
  const places = [home, ...trusted.map((shared) => dataFolderIn(shared, home))];
  const existing = places
    .map((folder) => join(folder, 'data'))
    .find((dir) => existsSync(join(dir, 'PG_VERSION')));
  for await (const account of existing === undefined ? unprivilegedAccounts() : keepers(existing)) {
    const binaries = await runnable(installed, account, trusted, onProgress);
    if (binaries === undefined) continue;
    const dataDir = existing ?? (await reachablePlace(places, home, binaries, account));
    if (dataDir === undefined) continue;
    if (existing !== undefined && !(await reaches(existing, binaries, account))) {
      throw new LocalPostgresError(
        `Le compte ${account.name}, sous lequel root lance PostgreSQL, n’atteint plus les données de ${existing} : remettez le projet à sa place d’origine, ou ouvrez-lui le passage vers ce dossier.`,
      );
    }
    return { binaries, dataDir, account };
  }
  throw new LocalPostgresError(
    `PostgreSQL refuse de tourner sous le compte root et aucun autre compte ne peut l’exécuter (essayé dans ${places.join(', ')}) : lancez la plateforme sous un compte ordinaire, ou indiquez votre serveur dans DATABASE_URL.`,
  );
}

/** Data stay with the account that owns them, unless a copy made by root lost their owner. */
async function* keepers(dataDir: string): AsyncGenerator<Account> {
  const owner = await ownerOf(dataDir);
  if (owner !== undefined) {
    yield owner;
    return;
  }
  for await (const account of unprivilegedAccounts()) {
    await giveTree(dataDir, account);
    yield account;
  }
}

async function runnable(
  installed: Binaries,
  account: Account,
  sharedFolders: readonly string[],
  onProgress: (frenchSentence: string) => void,
): Promise<Binaries | undefined> {
  const runs = async (binaries: Binaries): Promise<boolean> =>
    (await runProgram(binaries.postgres, ['--version'], account)).code === 0;
  if (await runs(installed)) return installed;
  for (const shared of sharedFolders) {
    const copy = await sharedBinaries(installed, shared, onProgress);
    if (copy !== undefined && (await runs(copy))) return copy;
  }
  return undefined;
}

async function reachablePlace(
  places: readonly string[],
  home: string,
  binaries: Binaries,
  account: Account,
): Promise<string | undefined> {
  for (const folder of places) {
    try {
      if (folder !== home) {
        await openFolder(dirname(folder), folder);
        await writeFile(join(folder, 'project'), `${home}\n`);
      }
      const probe = join(folder, `probe-${randomUUID()}`);
      try {
        await mkdir(probe, { mode: 0o700 });
        await chown(probe, account.uid, account.gid);
        await writeFile(join(probe, 'PG_VERSION'), '');
        if (await reaches(probe, binaries, account)) return join(folder, 'data');
      } finally {
        await rm(probe, { recursive: true, force: true });
      }
    } catch (error) {
      // A full disk must be told; a file system where root may not give files away is only passed over.
      if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') throw error;
    }
  }
  return undefined;
}

/** `pg_ctl status` ends with 0 (runs) or 3 (does not), and with 4 when it cannot access the data folder. */
async function reaches(dataDir: string, binaries: Binaries, account: Account): Promise<boolean> {
  const { code } = await runProgram(binaries.pgCtl, ['status', '-D', dataDir], account);
  return code === 0 || code === 3;
}
