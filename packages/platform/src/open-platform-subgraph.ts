import { join } from 'node:path';
import {
  claimArea,
  folderStorage,
  type LoadReport,
  type Log,
  migrate,
  type OpenSubgraph,
  openSubgraph,
  SettingsError,
  type StatementListener,
  type Subgraph,
} from '@graphess/subgraph-kit';
import { keepAnchors } from './keep-anchors.ts';
import { type DomainName, PROJECT_ROOT, type Settings } from './settings.ts';
import type { Progress } from './terminal.ts';

type Options = {
  url: string;
  settings: Settings;
  log: Log;
  onStatement?: StatementListener;
  /** Where the platform is reached when the settings do not say: locally, where it listens. */
  localUrl?: string;
  /** Guards taken away, in the proof that each is noticed and nowhere else. */
  without?: 'permissions' | undefined;
};

/**
 * Opens a subgraph, whose journal is anchored from then on. Locally its schema is first brought up to date
 * (`npm run migrate` in production).
 */
export async function openPlatformSubgraph(subgraph: Subgraph, options: Options): Promise<OpenSubgraph> {
  const { url, settings, log, onStatement, localUrl = '', without } = options;
  if (!settings.production) await migrate(subgraph, url);
  const open = await openSubgraph(subgraph, {
    databaseUrl: url,
    clock: settings.clock,
    log,
    poolSize: settings.resilience.poolSize,
    statementTimeoutMs: settings.resilience.statementTimeoutMs,
    publicUrl: settings.identity.publicUrl ?? localUrl,
    storage: folderStorage(settings.storageDir(subgraph.name as DomainName)),
    options: settings.options,
    ...(onStatement ? { onStatement } : {}),
    ...(without ? { without } : {}),
  });
  const [schema]: { ready: boolean }[] = await open.db.query(
    `SELECT to_regclass('loaded_set') IS NOT NULL AND to_regclass('journal') IS NOT NULL 
            AND ($1::text IS NULL OR to_regclass($1) IS NOT NULL) AS ready`,
    [subgraph.jobs.length > 0 ? `${subgraph.name}_jobs.version` : null],
  );
  if (schema?.ready) {
    const anchors = keepAnchors(open, settings, log);
    return { ...open, close: () => anchors.stop().then(() => open.close()) };
  }
  await open.close();
  throw new SettingsError(
    'La base de données n’est pas préparée : lancez d’abord npm run migrate, puis npm run load.',
  );
}

/** Loads facts and demonstration data. Idempotent; `thorough` compares every row even if the files did not change. */
export async function loadPlatformSubgraph(
  open: OpenSubgraph,
  settings: Settings,
  progress: Progress,
  thorough: boolean,
): Promise<LoadReport[]> {
  const held = await claimArea(open.db, settings.department);
  if (held !== settings.department) {
    throw new SettingsError(
      `Cette base de données porte déjà le département ${held} : donnez une autre base au département ${settings.department}, ou revenez à DEPARTMENT=${held}.`,
    );
  }
  return open.load({
    dataDir: join(PROJECT_ROOT, 'data'),
    area: settings.department,
    demonstration: settings.demonstration.enabled,
    scale: settings.demonstration.scale,
    thorough,
    onProgress: progress,
  });
}
