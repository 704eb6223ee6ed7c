import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { migrate } from '../database/migrate.ts';
import { ensureDatabase, provisionDatabase } from '../database/provision.ts';
import type { Subgraph } from '../subgraph.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL server for tests, with the right to create databases. */
    postgresUrl: string;
  }
}

export type TestDatabase = { url: string; drop(): Promise<void> };

/** A database of its own for a test file, provisioned and migrated for the given subgraphs. */
export async function createTestDatabase(subgraphs: readonly Subgraph[]): Promise<TestDatabase> {
  const server = inject('postgresUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await ensureDatabase(url.toString());
  await provisionDatabase(
    url.toString(),
    subgraphs.map((subgraph) => subgraph.name),
  );
  for (const subgraph of subgraphs) await migrate(subgraph, url.toString());
  return {
    url: url.toString(),
    async drop() {
      const client = new Client({ connectionString: server });
      await client.connect();
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await client.end();
    },
  };
}
