import { execFileSync } from 'node:child_process';
import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { explainFailure } from './errors.ts';
import { joinLocalPostgres, LocalPostgresError } from './index.ts';
import { livePostmaster } from './postmaster.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.fixture.ts';

let stopped: string;
let dir: string;

beforeAll(async () => {
  stopped = await temporaryFolder();
  await (await joinLocalPostgres({ dir: stopped, durable: false })).release();
});
beforeEach(async () => {
  dir = join(stopped, 'copy');
  await rm(dir, { recursive: true, force: true });
  execFileSync('sh', ['-c', `mkdir "$1/copy" && cp -a "$1/postgres" "$1/copy/postgres"`, 'sh', stopped]);
});
afterEach(async () => {
  expect(await livePostmaster(join(dir, 'postgres', 'data'))).toBeUndefined();
});
afterAll(removeTemporaryFolders);

async function refusal(folder = dir): Promise<string> {
  const error = await joinLocalPostgres({ dir: folder, durable: false }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(LocalPostgresError);
  return error instanceof Error ? error.message : '';
}

const DAMAGED =
  'les données sont abîmées ; restaurez une sauvegarde de ce dossier, ou supprimez-le pour repartir d’une base vide';
const CLOSED =
  'ce dossier ne peut pas être lu ou écrit ; rendez-le accessible au compte qui lance la plateforme, ou changez de dossier';

test('a damaged control file', async () => {
  await truncate(join(dir, 'postgres', 'data', 'global', 'pg_control'));
  expect(await refusal()).toBe(
    `PostgreSQL local n’a pas pu démarrer (${dir}/postgres/data) : ${DAMAGED} (dernier message : « PANIC: could not read file "global/pg_control": read 0 of 296 »).`,
  );
});

test('a server that starts on lost tables, and is stopped again', async () => {
  await rm(join(dir, 'postgres', 'data', 'base'), { recursive: true });
  expect(await refusal()).toBe(
    `PostgreSQL local tourne mais refuse la connexion (${dir}/postgres) : ${DAMAGED} (dernier message : « database "postgres" does not exist »).`,
  );
});

test('data of another version', async () => {
  await writeFile(join(dir, 'postgres', 'data', 'PG_VERSION'), '17\n');
  expect(await refusal()).toBe(
    `Les données de ${dir}/postgres/data viennent de PostgreSQL 17 et le programme installé est PostgreSQL 18 : exportez-les avec l’ancienne version, ou supprimez ce dossier pour repartir d’une base vide.`,
  );
});

test('a lost password, and a wrong one', async () => {
  const file = join(dir, 'postgres', 'password');
  await rm(file);
  expect(await refusal()).toBe(
    `Le mot de passe de PostgreSQL manque (${file}) alors que ses données existent : remettez ce fichier, ou supprimez ${dir}/postgres/data pour repartir d’une base vide.`,
  );
  await writeFile(file, 'another');
  expect(await refusal()).toBe(
    `PostgreSQL local tourne mais refuse la connexion (${dir}/postgres) : le mot de passe gardé dans ce dossier n’est plus celui de la base ; remettez l’ancien fichier « password », ou supprimez le dossier pour repartir d’une base vide (dernier message : « password authentication failed for user "postgres" »).`,
  );
});

test('a setting that PostgreSQL does not know', async () => {
  const file = join(dir, 'postgres', 'data', 'postgresql.conf');
  await writeFile(file, `${await readFile(file, 'utf8')}\nno_such_setting = 1\n`);
  expect(await refusal()).toBe(
    `PostgreSQL local n’a pas pu démarrer (${dir}/postgres/data) : un réglage est faux ; corrigez le fichier postgresql.conf de ce dossier, puis relancez (dernier message : « FATAL: configuration file "${file}" contains errors »).`,
  );
});

test('a folder that cannot be made', async () => {
  const file = join(dir, 'file');
  await writeFile(file, '');
  expect(await refusal(join(file, 'data'))).toBe(
    `PostgreSQL local n’a pas pu utiliser son dossier (${file}/data) : ${CLOSED} (dernier message : « ENOTDIR: not a directory, mkdir '${file}/data/postgres' »).`,
  );
});

test('what initdb says on a full disk: the cause is told, not the last consequence', () => {
  const said = [
    'creating configuration files ... ok',
    'running bootstrap script ... 2026-11-21 23:55:36.711 UTC [14928] FATAL:  could not extend file "base/1/2691": No space left on device',
    '2026-11-21 23:55:36.711 UTC [14928] HINT:  Check free disk space.',
    '2026-11-21 23:55:36.711 UTC [14928] PANIC:  cannot abort transaction 1, it was already committed',
    'child process exited with exit code 134',
  ];
  expect(explainFailure('n’a pas pu créer sa base de données', '/données', said.join('\n')).message).toBe(
    'PostgreSQL local n’a pas pu créer sa base de données (/données) : le disque est plein ; libérez de la place, puis relancez (dernier message : « FATAL: could not extend file "base/1/2691": No space left on device »).',
  );
});

test('a failure without a word', () => {
  expect(explainFailure('n’a pas pu démarrer', '/données', '\n').message).toBe(
    'PostgreSQL local n’a pas pu démarrer (/données) : la raison n’est pas reconnue ; lisez le message, ou indiquez votre serveur dans DATABASE_URL (aucun message).',
  );
});
