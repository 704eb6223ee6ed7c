import { Client } from 'pg';
import { FOLD_SQL } from './fold.sql.ts';
import { jobSchemaOf, namesOf } from './roles.ts';

const EXTENSIONS = ['unaccent', 'pg_trgm', 'btree_gist', 'cube'];

/**
 * Prepares a database for some subgraphs: roles, schemas, extensions and the shared folding function. Idempotent, and
 * safe when several processes do it at once. `url` must be allowed to create roles, schemas and extensions.
 */
export async function provisionDatabase(url: string, subgraphs: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  // A server that stops is told by the statement that it interrupts.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(hashtext('graphess provision'))`);
    await client.query('CREATE SCHEMA IF NOT EXISTS extensions');
    for (const extension of EXTENSIONS) {
      await client.query(`CREATE EXTENSION IF NOT EXISTS ${extension} SCHEMA extensions`);
    }
    await client.query(`CREATE COLLATION IF NOT EXISTS extensions.french (provider = icu, locale = 'fr-FR')`);
    const { rows } = await client.query(
      `SELECT obj_description('extensions'::regnamespace) = md5($1) AS same`,
      [FOLD_SQL],
    );
    if (rows[0]?.same !== true) {
      await client.query(FOLD_SQL);
      await client.query(
        `DO $do$ BEGIN EXECUTE format('COMMENT ON SCHEMA extensions IS %L', md5(${literal(FOLD_SQL)})); END $do$`,
      );
    }
    for (const subgraph of subgraphs) await client.query(schemaSql(subgraph));
  } finally {
    await client.end();
  }
}

function literal(text: string): string {
  return `$fold$${text}$fold$`;
}

function schemaSql(subgraph: string): string {
  const { schema, owner, runtime } = namesOf(subgraph);
  const jobs = jobSchemaOf(subgraph);
  return `
    DO $do$
    DECLARE
      role_name text;
      -- Since PostgreSQL 16 whoever makes a role is its member, yet may not take it.
      needed text := CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END;
    BEGIN
      FOREACH role_name IN ARRAY ARRAY['${owner}', '${runtime}'] LOOP
        BEGIN
          EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END;
        IF NOT pg_has_role(role_name, needed) THEN
          EXECUTE format('GRANT %I TO %I', role_name, current_user);
        END IF;
      END LOOP;
      IF to_regnamespace('${schema}') IS NULL THEN
        CREATE SCHEMA ${schema} AUTHORIZATION ${owner};
        GRANT USAGE ON SCHEMA ${schema} TO ${runtime};
        GRANT USAGE ON SCHEMA extensions TO ${owner}, ${runtime};
        EXECUTE format('ALTER ROLE ${owner} IN DATABASE %I SET search_path = ${schema}, extensions', current_database());
        EXECUTE format('ALTER ROLE ${runtime} IN DATABASE %I SET search_path = ${schema}, extensions', current_database());
        SET LOCAL ROLE ${owner};
        ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${runtime};
        ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT USAGE ON SEQUENCES TO ${runtime};
        RESET ROLE;
      END IF;
      IF to_regnamespace('${jobs}') IS NULL THEN
        CREATE SCHEMA ${jobs} AUTHORIZATION ${owner};
        GRANT USAGE ON SCHEMA ${jobs} TO ${runtime};
      END IF;
    END $do$`;
}

/** Creates the database that `url` names when its server does not have it yet. Safe when two processes try at once. */
export async function ensureDatabase(url: string): Promise<void> {
  const target = new URL(url);
  const name = decodeURIComponent(target.pathname.slice(1));
  target.pathname = '/postgres';
  const client = new Client({ connectionString: target.toString() });
  // A server that stops is told by the statement that it interrupts.
  client.on('error', () => {});
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE "${name.replaceAll('"', '""')}"`);
  } catch (error) {
    const sqlState = error instanceof Error && 'code' in error ? error.code : null;
    if (sqlState !== '42P04' && sqlState !== '23505') throw error;
  } finally {
    await client.end();
  }
}
