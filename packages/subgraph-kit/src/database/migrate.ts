import { Client } from 'pg';
import { migrateJobTables } from '../jobs/job-tables.ts';
import type { Subgraph } from '../subgraph.ts';
import { dataSourceOf } from './data-source.ts';

/**
 * Brings a subgraph's schema up to date, under a lock, since TypeORM takes none and two processes may start at once.
 * Returns the names of the migrations that ran.
 */
export async function migrate(subgraph: Subgraph, url: string): Promise<string[]> {
  const lock = new Client({ connectionString: url });
  // A server that stops is told by the statement that it interrupts.
  lock.on('error', () => {});
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock(hashtext($1))', [`graphess migrate ${subgraph.name}`]);
    const dataSource = dataSourceOf(subgraph, { url, as: 'owner', poolSize: 1, limits: { statementMs: 0 } });
    await dataSource.initialize();
    try {
      const done = await dataSource.runMigrations({ transaction: 'each' });
      if (subgraph.jobs.length > 0) await migrateJobTables(subgraph.name, url);
      return done.map(({ name }) => name);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await lock.end();
  }
}

/** The SQL that would make the migrated schema equal to the entities: an empty list when they agree. */
export async function schemaDrift(subgraph: Subgraph, url: string): Promise<string[]> {
  const dataSource = dataSourceOf(subgraph, { url, as: 'owner', poolSize: 1 });
  await dataSource.initialize();
  try {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  } finally {
    await dataSource.destroy();
  }
}
