import { randomUUID } from 'node:crypto';
import { platformSettings } from '@graphess/platform';
import type { TestDatabase } from '@graphess/subgraph-kit/testing';
import { Client } from 'pg';
import { startInOneProcess } from '../one-process.ts';

/** A copy of a database that was loaded once for this run and these settings. */
export async function loadedDatabase(server: string, env: Record<string, string>): Promise<TestDatabase> {
  const template = `loaded_${env['DEPARTMENT'] ?? '92'}_${env['DEMONSTRATION'] ?? 'true'}`;
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (rowCount === 0) {
      const draft = `${template}_draft`;
      await client.query(`CREATE DATABASE ${draft}`);
      const settings = platformSettings({
        LOG_LEVEL: 'silent',
        DATABASE_URL: databaseUrl(server, draft),
        ...env,
        // Locally alone, a start prepares the schemas and loads.
        NODE_ENV: 'test',
        // Tracing starts once in a process.
        OTEL_EXPORTER_OTLP_ENDPOINT: '',
      });
      const platform = await startInOneProcess({ settings, progress: () => {}, port: 0 });
      await platform.stop();
      await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
    }
    const name = `platform_${randomUUID().replaceAll('-', '')}`;
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
    return {
      url: databaseUrl(server, name),
      async drop() {
        const ending = new Client({ connectionString: server });
        await ending.connect();
        await ending.query(`DROP DATABASE ${name} WITH (FORCE)`);
        await ending.end();
      },
    };
  } finally {
    await client.end();
  }
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}
