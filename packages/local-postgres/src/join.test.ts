import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { joinLocalPostgres, LocalPostgresError, restartLocalPostgres } from './index.ts';
import { isServed, rowsOf } from './query.fixture.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.fixture.ts';

afterEach(removeTemporaryFolders);

const SETTINGS = [
  'server_encoding',
  'listen_addresses',
  'unix_socket_directories',
  'max_connections',
  'password_encryption',
  'fsync',
  'synchronous_commit',
  'full_page_writes',
];

async function settingsOf(url: string): Promise<unknown[]> {
  const columns = SETTINGS.map((name) => `current_setting('${name}')`);
  return (await rowsOf(url, `SELECT ${columns.join(', ')}`))[0] ?? [];
}

test('a first start makes a durable server for French, on 127.0.0.1 alone', async () => {
  const dir = await temporaryFolder();
  const said: string[] = [];
  const server = await joinLocalPostgres({ dir, onProgress: (sentence) => said.push(sentence) });
  try {
    expect(said).toEqual([
      'Création de la base de données locale (premier démarrage)…',
      'Démarrage de PostgreSQL…',
    ]);
    expect(server.joined).toBe(false);
    expect(server.dataDir).toBe(join(dir, 'postgres', 'data'));
    expect(server.url).toMatch(/^postgres:\/\/postgres:[\w-]{32}@127\.0\.0\.1:\d+\/postgres$/);
    expect(await settingsOf(server.url)).toEqual([
      'UTF8',
      '127.0.0.1',
      '',
      '200',
      'scram-sha-256',
      'on',
      'on',
      'on',
    ]);
    const words = `(VALUES ('zèbre'), ('Éco'), ('eau'), ('étage'), ('abc'), ('École'), ('zoo')) AS words (word)`;
    expect((await rowsOf(server.url, `SELECT word FROM ${words} ORDER BY word`)).flat()).toEqual([
      'abc',
      'eau',
      'Éco',
      'École',
      'étage',
      'zèbre',
      'zoo',
    ]);
    const home = join(dir, 'postgres');
    expect((await stat(join(home, 'password'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(home, 'server.log'))).mode & 0o777).toBe(0o600);
    expect(await isServed(server.url.replace(/:[\w-]{32}@/, ':wrong@'))).toBe(false);
  } finally {
    await server.release();
  }
  expect(await isServed(server.url)).toBe(false);
});

test('data, password and port are kept between starts', async () => {
  const dir = await temporaryFolder();
  const first = await joinLocalPostgres({ dir, durable: false });
  await rowsOf(first.url, `CREATE TABLE kept AS SELECT 'ESS' AS word`);
  await first.release();
  const said: string[] = [];
  const second = await joinLocalPostgres({
    dir,
    durable: false,
    onProgress: (sentence) => said.push(sentence),
  });
  try {
    expect(said).toEqual(['Démarrage de PostgreSQL…']);
    expect(second.joined).toBe(false);
    expect(second.url).toBe(first.url);
    expect(await rowsOf(second.url, 'SELECT word FROM kept')).toEqual([['ESS']]);
    expect((await settingsOf(second.url)).slice(-3)).toEqual(['off', 'off', 'off']);
  } finally {
    await second.release();
  }
});

test('one process may join twice: the server stops when it has left twice', async () => {
  const dir = await temporaryFolder();
  const [first, second] = await Promise.all([
    joinLocalPostgres({ dir, durable: false }),
    joinLocalPostgres({ dir, durable: false }),
  ]);
  expect([first.joined, second.joined].toSorted()).toEqual([false, true]);
  expect(second.url).toBe(first.url);
  await first.release();
  await first.release();
  expect(await isServed(second.url)).toBe(true);
  await second.release();
  expect(await isServed(second.url)).toBe(false);
});

test('a restart keeps the port, the data, the durability and the users', async () => {
  const dir = await temporaryFolder();
  const server = await joinLocalPostgres({ dir, durable: false });
  const startedAt = 'SELECT pg_postmaster_start_time()::text';
  try {
    await rowsOf(server.url, 'CREATE TABLE kept AS SELECT 92 AS number');
    const before = await rowsOf(server.url, startedAt);
    await restartLocalPostgres(dir);
    expect(await rowsOf(server.url, startedAt)).not.toEqual(before);
    expect(await rowsOf(server.url, 'SELECT number FROM kept')).toEqual([[92]]);
    expect((await settingsOf(server.url)).slice(-3)).toEqual(['off', 'off', 'off']);
  } finally {
    await server.release();
  }
  expect(await isServed(server.url)).toBe(false);
});

test('a restart of a server that does not run is refused and makes nothing', async () => {
  const dir = await temporaryFolder();
  await expect(restartLocalPostgres(dir)).rejects.toEqual(
    new LocalPostgresError(
      `Aucun serveur PostgreSQL ne tourne pour ${dir} : lancez d’abord la plateforme avec « npm start ».`,
    ),
  );
  expect(await readdir(dir)).toEqual([]);
});

test('the log tells of refused values without the statements that held them', async () => {
  const dir = await temporaryFolder();
  const server = await joinLocalPostgres({ dir, durable: false });
  try {
    await rowsOf(server.url, 'CREATE TABLE people (email text UNIQUE)');
    await rowsOf(server.url, `INSERT INTO people VALUES ('canari@example.org')`);
    await expect(rowsOf(server.url, `INSERT INTO people VALUES ('canari@example.org')`)).rejects.toThrow(
      'people_email_key',
    );
    const log = await readFile(join(dir, 'postgres', 'server.log'), 'utf8');
    expect(log.includes('duplicate key value violates unique constraint')).toBe(true);
    expect(log.includes('canari@example.org')).toBe(false);
  } finally {
    await server.release();
  }
});
