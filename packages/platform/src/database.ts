import { joinLocalPostgres } from '@graphess/local-postgres';
import { ensureDatabase, provisionDatabase } from '@graphess/subgraph-kit';
import type { Settings, SubgraphName } from './settings.ts';
import type { Progress } from './terminal.ts';

/** Where each subgraph's rows are, and what to do when one is done with them. */
export type Databases = { urlOf(name: SubgraphName): string; release(): Promise<void> };

const DATABASE = 'graphess';

/**
 * Finds the databases of some subgraphs: those that the environment names, or the embedded PostgreSQL, started or joined.
 * Locally they are prepared too (roles, schemas, extensions); in production `npm run migrate` does that.
 */
export async function connectDatabases(
  settings: Settings,
  names: readonly SubgraphName[],
  progress: Progress,
  prepare: boolean = !settings.production,
): Promise<Databases> {
  const local = names.some((name) => settings.databaseUrl(name) === null)
    ? await joinLocalPostgres({ dir: settings.localPostgresDir, onProgress: progress })
    : null;
  try {
    const localUrl = local === null ? null : databaseOn(local.url);
    const urlOf = (name: SubgraphName): string => {
      const url = settings.databaseUrl(name) ?? localUrl;
      if (url === null) throw new RangeError(`No database for ${name}`);
      return url;
    };
    if (localUrl !== null) await ensureDatabase(localUrl);
    if (prepare) {
      for (const [url, together] of Map.groupBy(names, urlOf)) await provisionDatabase(url, together);
    }
    return { urlOf, release: async () => local?.release() };
  } catch (error) {
    await local?.release();
    throw error;
  }
}

function databaseOn(serverUrl: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${DATABASE}`;
  return url.toString();
}
