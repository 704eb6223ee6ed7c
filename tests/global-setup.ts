import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { joinLocalPostgres } from '../packages/local-postgres/src/index.ts';

/** One PostgreSQL server for the run; each test file makes a database of its own in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) {
    project.provide('postgresUrl', given);
    return async () => {};
  }
  const dir = mkdtempSync(join(tmpdir(), 'graphess-test-'));
  // Under root the server runs as another account, which must be able to enter.
  chmodSync(dir, 0o755);
  const server = await joinLocalPostgres({ dir, durable: false });
  project.provide('postgresUrl', server.url);
  return async () => {
    await server.release();
    rmSync(dir, { recursive: true, force: true });
    rmSync(server.dataDir, { recursive: true, force: true });
  };
}
