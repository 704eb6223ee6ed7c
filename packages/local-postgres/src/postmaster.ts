import { readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Cluster } from './cluster.ts';
import { explainFailure, LocalPostgresError } from './errors.ts';
import { commandOf, processStamp } from './processes.ts';

/** A running server: the number of its main process and its port on 127.0.0.1. */
export type Postmaster = { pid: number; port: number };

const POLL_MS = 15;
/** cannot_connect_now (starting or stopping), admin_shutdown, crash_shutdown, too_many_connections. */
const TRANSIENT = new Set(['57P03', '57P01', '57P02', '53300']);
const PATIENCE_MS = 120_000;
const PATIENCE_WITH_UNKNOWN_MS = 5_000;

/** The connection string of a server, as superuser. */
export function connectionUrl(cluster: Pick<Cluster, 'password'>, port: number): string {
  return `postgres://postgres:${cluster.password}@127.0.0.1:${port}/postgres`;
}

/**
 * The living process that postmaster.pid names, unless it is another program that was given the number of a
 * dead server. `port` is undefined while the server is starting or stopping.
 */
export async function livePostmaster(
  dataDir: string,
): Promise<{ pid: number; port: number | undefined } | undefined> {
  const lines = await pidFileLines(dataDir);
  const pid = Number(lines[0]);
  if (processStamp(pid) === undefined || isAnotherProgram(pid, dataDir)) return undefined;
  return { pid, port: lines[7]?.trim() === 'ready' ? Number(lines[3]) : undefined };
}

/** The server of a cluster once it answers; undefined when none runs. Waits for one that is starting. */
export async function answeringPostmaster(cluster: Cluster): Promise<Postmaster | undefined> {
  const start = Date.now();
  for (;;) {
    const live = await livePostmaster(cluster.dataDir);
    if (live === undefined) return undefined;
    const { pid, port } = live;
    if (port !== undefined && (await answers(cluster, port))) return { pid, port };
    const waited = Date.now() - start;
    if (waited > PATIENCE_WITH_UNKNOWN_MS && commandOf(pid) === undefined) return undefined;
    if (waited > PATIENCE_MS) {
      throw new LocalPostgresError(
        `PostgreSQL local tourne (processus ${pid}) mais ne répond pas depuis ${PATIENCE_MS / 1000} secondes : lisez son journal dans ${cluster.home}, ou arrêtez ce processus, puis relancez.`,
      );
    }
    await pause(POLL_MS);
  }
}

/**
 * Makes PostgreSQL pass over a postmaster.pid whose number now belongs to another program, which it would take
 * for a running server. The number of its own parent is one that it ignores, and then it still checks that no
 * process of the dead server holds its shared memory, a check that deleting the file would prevent.
 */
export async function disownStalePidFile(dataDir: string): Promise<void> {
  const [first, ...others] = await pidFileLines(dataDir);
  const pid = Number(first);
  if (processStamp(pid) === undefined && commandOf(pid) === undefined) return;
  await writeFile(join(dataDir, 'postmaster.pid'), [String(process.pid), ...others].join('\n'));
}

async function answers(cluster: Cluster, port: number): Promise<boolean> {
  const client = new pg.Client({
    connectionString: connectionUrl(cluster, port),
    connectionTimeoutMillis: 2_000,
    query_timeout: 2_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return resolve(rows[0]?.data_directory ?? '') === cluster.dataDir;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || TRANSIENT.has(error.code ?? '')) return false;
    throw explainFailure('tourne mais refuse la connexion', cluster.home, error.message);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function isAnotherProgram(pid: number, dataDir: string): boolean {
  const command = commandOf(pid);
  if (command === undefined || `${command.line} `.includes(`-D ${dataDir} `)) return false;
  // « postgres: walwriter » is how the secondary processes of a server name themselves.
  const isServer = basename(command.program) === 'postgres' && !command.line.startsWith('postgres:');
  return !isServer || command.line.includes('-D /');
}

async function pidFileLines(dataDir: string): Promise<string[]> {
  try {
    return (await readFile(join(dataDir, 'postmaster.pid'), 'utf8')).split('\n');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
