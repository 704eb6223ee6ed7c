import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import { explainFailure } from './errors.ts';
import { freePort, isPortFree } from './port.ts';
import { answeringPostmaster, disownStalePidFile, livePostmaster, type Postmaster } from './postmaster.ts';
import { runProgram, surroundings } from './run.ts';
import { openLog } from './server-log.ts';
import { readServerSettings, type ServerSettings, writeServerSettings } from './server-settings.ts';

const ATTEMPTS = 4;
const POLL_MS = 15;
const PORT_TAKEN = /could not create any TCP\/IP sockets/;
const DYING_PROCESSES = /pre-existing shared memory block|lock file ".*" already exists/;

/**
 * Starts the server of a cluster, detached: neither Ctrl-C nor `kill -9` of the current process stops it. Its
 * former port is used again when it is free. To be called with the lock held and no server running.
 */
export async function startServer(cluster: Cluster, durable: boolean): Promise<Postmaster> {
  const former = (await readServerSettings(cluster.home))?.port;
  let port = former !== undefined && (await isPortFree(former)) ? former : await freePort();
  for (let attempt = 1; ; attempt += 1) {
    const started = await attemptStart(cluster, { port, durable });
    if (typeof started !== 'string') {
      await writeServerSettings(cluster.home, { port, durable });
      return started;
    }
    const retry = attempt < ATTEMPTS && (PORT_TAKEN.test(started) || DYING_PROCESSES.test(started));
    if (!retry) throw explainFailure('n’a pas pu démarrer', cluster.dataDir, started);
    if (PORT_TAKEN.test(started)) port = await freePort();
    else await pause(500);
  }
}

/** Stops the server of a cluster, if one runs, without waiting for its clients (fast shutdown). */
export async function stopServer({
  dataDir,
  binaries,
  account,
}: Omit<Cluster, 'home' | 'password'>): Promise<void> {
  if ((await livePostmaster(dataDir)) === undefined) return;
  const args = ['stop', '-D', dataDir, '-m', 'fast', '-w', '-t', '120'];
  const stopped = await runProgram(binaries.pgCtl, args, account);
  if (stopped.code !== 0 && (await livePostmaster(dataDir)) !== undefined) {
    throw explainFailure('n’a pas pu s’arrêter', dataDir, stopped.output);
  }
}

/** Stops the server and starts it again on the same port, with the same durability. */
export async function restartServer(cluster: Cluster, { port, durable }: ServerSettings): Promise<void> {
  await stopServer(cluster);
  const started = await attemptStart(cluster, { port, durable });
  if (typeof started === 'string') throw explainFailure('n’a pas pu redémarrer', cluster.dataDir, started);
}

/** The running server, or what it said before it ended. */
async function attemptStart(cluster: Cluster, settings: ServerSettings): Promise<Postmaster | string> {
  await disownStalePidFile(cluster.dataDir);
  const log = await openLog(cluster.home);
  try {
    const child = spawnServer(cluster, settings, log.handle.fd);
    let end: string | undefined;
    child.once('error', (error) => {
      end ??= error.message;
    });
    child.once('exit', (code, signal) => {
      end ??= signal === null ? `code de sortie ${code}` : `signal ${signal}`;
    });
    while (end === undefined) {
      const server = await answeringPostmaster(cluster);
      if (server !== undefined && server.pid === child.pid) {
        child.unref();
        return server;
      }
      await pause(POLL_MS);
    }
    const said = await log.since();
    return said.trim() === '' ? end : said;
  } catch (error) {
    await stopServer(cluster);
    throw error;
  } finally {
    await log.handle.close();
  }
}

function spawnServer(cluster: Cluster, settings: ServerSettings, logFd: number): ChildProcess {
  return spawn(cluster.binaries.postgres, ['-D', cluster.dataDir, ...serverOptions(settings)], {
    ...surroundings(cluster.account),
    detached: true,
    windowsHide: true,
    stdio: ['ignore', logFd, logFd],
  });
}

function serverOptions({ port, durable }: ServerSettings): string[] {
  const options = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_checkpoints: 'off',
    // Rows and values stay out of the log: they may be personal data.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
