import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { library, reader } from '../testing/library/library.fixture.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { dataSourceOf } from './data-source.ts';
import { migrate, schemaDrift } from './migrate.ts';
import { ensureDatabase, provisionDatabase } from './provision.ts';
import { sessionOptions } from './roles.ts';

const databases: string[] = [];
const roles: string[] = [];

function freshUrl(): URL {
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/test_${randomUUID().replaceAll('-', '')}`;
  databases.push(url.pathname.slice(1));
  return url;
}

async function asAdmin<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Runs statements as a role of a subgraph and gives the SQLSTATE of the first that is refused. */
async function refusalOf(
  url: string,
  schema: string,
  role: string,
  ...statements: string[]
): Promise<string | null> {
  const client = new Client({
    connectionString: url,
    options: sessionOptions(schema, role, { statementMs: 5_000 }),
  });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  } finally {
    await client.end();
  }
}

let shared: TestDatabase;
beforeAll(async () => {
  shared = await createTestDatabase([library, reader]);
});
afterAll(async () => {
  await shared.drop();
  await asAdmin(async (client) => {
    for (const name of databases) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    for (const name of roles) await client.query(`DROP OWNED BY ${name} CASCADE; DROP ROLE ${name}`);
  });
});

test('ten processes at once create, provision and migrate one fresh database; each migration runs once', async () => {
  const url = freshUrl().toString();
  await Promise.all(Array.from({ length: 10 }, () => ensureDatabase(url)));
  await Promise.all(Array.from({ length: 10 }, () => provisionDatabase(url, ['library', 'reader'])));
  const ran = await Promise.all(Array.from({ length: 5 }, () => migrate(library, url)));
  expect(ran.flat().sort()).toEqual([
    'JournalTable1767225650000',
    'KitTables1767225600000',
    'LibraryTables1767300000000',
  ]);
  await provisionDatabase(url, ['library', 'reader']);
  expect(await migrate(library, url)).toEqual([]);
  expect(await schemaDrift(library, url)).toEqual([]);
});

test('several databases of one server are provisioned at once for a subgraph that is new to all of them', async () => {
  const urls = Array.from({ length: 4 }, () => freshUrl().toString());
  const name = `s${randomUUID().slice(0, 8)}`;
  roles.push(`graphess_${name}_owner`, `graphess_${name}`);
  await Promise.all(urls.map((url) => ensureDatabase(url)));
  const outcomes = await Promise.allSettled(urls.map((url) => provisionDatabase(url, [name])));
  expect(outcomes.map(({ status }) => status)).toEqual(urls.map(() => 'fulfilled'));
});

test('a login that may create roles and owns the database needs no more to provision and migrate', async () => {
  const url = freshUrl();
  const login = `login_${randomUUID().slice(0, 8)}`;
  const name = `own${randomUUID().slice(0, 8)}`;
  await asAdmin(async (client) => {
    await client.query(`CREATE ROLE ${login} LOGIN CREATEROLE PASSWORD 'open'`);
    await client.query(`CREATE DATABASE ${url.pathname.slice(1)} OWNER ${login}`);
  });
  url.username = login;
  url.password = 'open';
  roles.push(`graphess_${name}_owner`, `graphess_${name}`, login);
  const subgraph = { ...library, name };
  await provisionDatabase(url.toString(), [name]);
  await provisionDatabase(url.toString(), [name]);
  expect(await migrate(subgraph, url.toString())).toEqual([
    'KitTables1767225600000',
    'JournalTable1767225650000',
    'LibraryTables1767300000000',
  ]);
  expect(await refusalOf(url.toString(), name, `graphess_${name}`, 'SELECT * FROM book')).toBe(null);
});

test.each([
  [
    'reads and writes rows of its own',
    ["INSERT INTO author VALUES ('a', 'A')", "DELETE FROM author WHERE id = 'a'"],
    null,
  ],
  ['reads no table of another subgraph', ['SELECT * FROM reader.book_copy'], '42501'],
  ['writes no table of another subgraph', ["INSERT INTO reader.book_copy VALUES ('b', 'B')"], '42501'],
  ['creates no table', ['CREATE TABLE library.extra (id text)'], '42501'],
  ['changes no table', ['ALTER TABLE book ADD COLUMN extra text'], '42501'],
  ['empties no table at a stroke', ['TRUNCATE book'], '42501'],
  ['redefines no function', ['DROP FUNCTION extensions.fold(text)'], '42501'],
])('the runtime role %s', async (_rule, statements, refusal) => {
  expect(await refusalOf(shared.url, 'library', 'graphess_library', ...statements)).toBe(refusal);
});

test('drift is told: a column that an entity has and the table has not', async () => {
  const url = freshUrl().toString();
  await ensureDatabase(url);
  await provisionDatabase(url, ['library']);
  await migrate(library, url);
  expect(
    await refusalOf(url, 'library', 'graphess_library_owner', 'ALTER TABLE book DROP COLUMN rating'),
  ).toBe(null);
  expect(await schemaDrift(library, url)).toEqual(['ALTER TABLE "book" ADD "rating" double precision']);
});

test('migrations can be undone to the last', async () => {
  const url = freshUrl().toString();
  await ensureDatabase(url);
  await provisionDatabase(url, ['library']);
  await migrate(library, url);
  const owner = await dataSourceOf(library, { url, as: 'owner', poolSize: 1 }).initialize();
  await owner.undoLastMigration();
  await owner.undoLastMigration();
  await owner.undoLastMigration();
  const left: unknown[] = await owner.query(
    `SELECT relname FROM pg_class WHERE relnamespace = 'library'::regnamespace AND relkind IN ('r', 'S') AND relname NOT LIKE 'migration%'`,
  );
  await owner.destroy();
  expect(left).toEqual([]);
});
