import { Client } from 'pg';
import { getConstructionPlans, getMigrationPlans } from 'pg-boss';
import { jobSchemaOf, namesOf, sessionOptions } from '../database/roles.ts';

/**
 * Makes the tables of jobs, or brings them to the version of the library, as their owner. The runtime role then reads
 * and writes rows and makes nothing. The caller holds the lock of migrations.
 */
export async function migrateJobTables(subgraph: string, url: string): Promise<void> {
  const { owner, runtime } = namesOf(subgraph);
  const schema = jobSchemaOf(subgraph);
  const client = new Client({
    connectionString: url,
    options: sessionOptions(schema, owner, { statementMs: 0 }),
  });
  // A server that stops is told by the statement that it interrupts.
  client.on('error', () => {});
  await client.connect();
  try {
    const version = await installedVersion(client, schema);
    if (version === null) await client.query(getConstructionPlans(schema, { createSchema: false }));
    else if (version < libraryVersion(schema)) await client.query(getMigrationPlans(schema, version));
    else return;
    await client.query(
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${runtime}`,
    );
  } finally {
    await client.end();
  }
}

async function installedVersion(client: Client, schema: string): Promise<number | null> {
  const { rows: tables } = await client.query('SELECT to_regclass($1) IS NOT NULL AS made', [
    `${schema}.version`,
  ]);
  if (tables[0]?.made !== true) return null;
  const { rows } = await client.query(`SELECT version FROM ${schema}.version`);
  return Number(rows[0]?.version);
}

/** The library tells the version of its tables only as the last statement of what makes them. */
function libraryVersion(schema: string): number {
  const [, version] = /INSERT INTO \S+\.version\(version\) VALUES \('(\d+)'\)/.exec(
    getConstructionPlans(schema, { createSchema: false }),
  ) ?? [null, null];
  if (version === null) throw new TypeError('The plans of pg-boss name no version');
  return Number(version);
}
