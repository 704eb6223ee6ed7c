import { joinLocalPostgres, restartLocalPostgres } from '@graphess/local-postgres';
import { ensureDatabase, provisionDatabase, SettingsError } from '@graphess/subgraph-kit';
import type { Program } from './program.ts';
import { DOMAINS, type DomainName, type Settings } from './settings.ts';

/** Where each domain's rows are. */
export type Databases = { urlOf(name: DomainName): string };

const DATABASE = 'graphess';

/**
 * Finds the databases of some domains: those that the environment names, or the embedded PostgreSQL, started or joined
 * and left when the program stops. Locally they are prepared too (roles, schemas, extensions); in production
 * `npm run migrate` does that.
 */
export async function connectDatabases(
  settings: Settings,
  names: readonly DomainName[],
  { progress, onStop }: Program,
  prepare: boolean = !settings.production,
): Promise<Databases> {
  const isLocal = names.some((name) => settings.databaseUrl(name) === null);
  const joining = isLocal
    ? joinLocalPostgres({ dir: settings.localPostgresDir, onProgress: progress })
    : Promise.resolve(null);
  // Even if the stop comes while the server is being started.
  onStop(async () => (await joining.catch(() => null))?.release());
  const local = await joining;
  const localUrl = local === null ? null : databaseOn(local.url);
  const urlOf = (name: DomainName): string => {
    const url = settings.databaseUrl(name) ?? localUrl;
    if (url === null) throw new RangeError(`No database for ${name}`);
    return url;
  };
  if (localUrl !== null) await ensureDatabase(localUrl);
  if (prepare) {
    for (const [url, together] of Map.groupBy(names, urlOf)) await provisionDatabase(url, together);
  }
  return { urlOf };
}

/**
 * Stops the embedded PostgreSQL of a platform that runs, whatever its clients do, and starts it again.
 * Throws SettingsError when the platform has a database of its own, LocalPostgresError when no server runs.
 */
export async function restartDatabase(settings: Settings): Promise<void> {
  if (DOMAINS.every((name) => settings.databaseUrl(name) !== null)) {
    throw new SettingsError(
      'DATABASE_URL désigne une base de données à vous : seul le PostgreSQL embarqué est relancé par la plateforme.',
    );
  }
  await restartLocalPostgres(settings.localPostgresDir);
}

function databaseOn(serverUrl: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${DATABASE}`;
  return url.toString();
}
