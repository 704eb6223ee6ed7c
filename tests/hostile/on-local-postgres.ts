import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joinLocalPostgres } from '../../packages/local-postgres/src/index.ts';

/** Some work beside a PostgreSQL server of its own, which goes away with its data. */
export async function onLocalPostgres<Value>(work: (url: string) => Promise<Value>): Promise<Value> {
  const dir = mkdtempSync(join(tmpdir(), 'graphess-hostile-'));
  // Under root the server runs as another account, which must be able to enter.
  chmodSync(dir, 0o755);
  const server = await joinLocalPostgres({ dir, durable: false });
  const tidy = async () => {
    await server.release();
    rmSync(dir, { recursive: true, force: true });
    rmSync(server.dataDir, { recursive: true, force: true });
  };
  const interrupted = () => {
    // The work is cut off from its database in its middle: what it says of that is of no interest.
    process.on('uncaughtException', () => {}).on('unhandledRejection', () => {});
    void tidy().finally(() => process.exit(130));
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    return await work(server.url);
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await tidy();
  }
}
