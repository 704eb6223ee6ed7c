import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { explainFailure, LocalPostgresError } from './errors.ts';
import type { Placement } from './placement.ts';
import { type RunResult, runProgram } from './run.ts';

/** A PostgreSQL data folder that is ready to be served, and what is needed to serve it. */
export type Cluster = Placement & { home: string; password: string };

type ClusterRequest = { home: string; durable: boolean; onProgress: (frenchSentence: string) => void };

/** Opens the data of `placement`, made first if there are none. To be called with the lock held. */
export async function openCluster(placement: Placement, request: ClusterRequest): Promise<Cluster> {
  const { home } = request;
  const { dataDir, binaries } = placement;
  const exists = existsSync(join(dataDir, 'PG_VERSION'));
  const password = await readPassword(home);
  if (exists && password === undefined) {
    throw new LocalPostgresError(
      `Le mot de passe de PostgreSQL manque (${passwordFile(home)}) alors que ses données existent : remettez ce fichier, ou supprimez ${dataDir} pour repartir d’une base vide.`,
    );
  }
  if (!exists) {
    request.onProgress('Création de la base de données locale (premier démarrage)…');
    return await createCluster(placement, request, password ?? (await choosePassword(home)));
  }
  const made = (await readFile(join(dataDir, 'PG_VERSION'), 'utf8')).trim();
  const served = binaries.version.split('.')[0];
  if (made !== served) {
    throw new LocalPostgresError(
      `Les données de ${dataDir} viennent de PostgreSQL ${made || 'inconnu'} et le programme installé est PostgreSQL ${served} : exportez-les avec l’ancienne version, ou supprimez ce dossier pour repartir d’une base vide.`,
    );
  }
  // A copy of the project may have opened the folder, which PostgreSQL then refuses.
  await chmod(dataDir, 0o700);
  return { ...placement, home, password: password ?? '' };
}

/** Whether the project folder still knows the data kept elsewhere for it: its password was not deleted. */
export function hasPassword(home: string): boolean {
  return existsSync(passwordFile(home));
}

async function createCluster(
  placement: Placement,
  { home, durable }: ClusterRequest,
  password: string,
): Promise<Cluster> {
  const { dataDir, account, binaries } = placement;
  const place = dirname(dataDir);
  await removeUnfinished(place, basename(dataDir));
  // Made aside and renamed: a first start that is killed half-way must not leave half a cluster.
  const unfinished = `${dataDir}.${randomUUID()}`;
  const passwordCopy = `${unfinished}.password`;
  try {
    await mkdir(unfinished, { mode: 0o700 });
    await writeFile(passwordCopy, `${password}\n`, { mode: 0o600 });
    if (account !== undefined) {
      for (const path of [unfinished, passwordCopy]) await chown(path, account.uid, account.gid);
    }
    const made = await runInitdb(placement, unfinished, passwordCopy, durable);
    if (made.code !== 0) throw explainFailure('n’a pas pu créer sa base de données', dataDir, made.output);
    await rename(unfinished, dataDir);
  } finally {
    await rm(passwordCopy, { force: true });
    await rm(unfinished, { recursive: true, force: true });
  }
  return { binaries, dataDir, account, home, password };
}

async function runInitdb(
  { binaries, account }: Placement,
  dataDir: string,
  passwordCopy: string,
  durable: boolean,
): Promise<RunResult> {
  const initdb = (systemLocale: string): Promise<RunResult> =>
    runProgram(
      binaries.initdb,
      [
        `--pgdata=${dataDir}`,
        '--username=postgres',
        `--pwfile=${passwordCopy}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=icu',
        '--icu-locale=fr-FR',
        `--locale=${systemLocale}`,
        '--no-instructions',
        ...(durable ? [] : ['--no-sync']),
      ],
      account,
    );
  if (process.platform !== 'linux') return await initdb('C');
  const result = await initdb('C.UTF-8');
  // Some minimal Linux systems have no C.UTF-8; sorting and case come from ICU in both.
  return result.code !== 0 && /invalid locale/i.test(result.output) ? await initdb('C') : result;
}

async function removeUnfinished(place: string, dataName: string): Promise<void> {
  for (const name of await readdir(place)) {
    if (name.startsWith(`${dataName}.`)) await rm(join(place, name), { recursive: true, force: true });
  }
}

async function choosePassword(home: string): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  const unfinished = `${passwordFile(home)}.${randomUUID()}`;
  await writeFile(unfinished, password, { mode: 0o600 });
  await chmod(unfinished, 0o600);
  await rename(unfinished, passwordFile(home));
  return password;
}

async function readPassword(home: string): Promise<string | undefined> {
  return hasPassword(home) ? (await readFile(passwordFile(home), 'utf8')).trim() : undefined;
}

function passwordFile(home: string): string {
  return join(home, 'password');
}
