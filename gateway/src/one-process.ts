import {
  connectDatabases,
  DOMAINS,
  loadPlatformSubgraph,
  openPlatformSubgraph,
  type Program,
  type Progress,
  type Settings,
} from '@graphess/platform';
import { createLog, type Log, type OpenSubgraph, type StatementListener } from '@graphess/subgraph-kit';
import type { FastifyInstance } from 'fastify';
import { lineSettings } from './data-source/line-settings.ts';
import { openingDataSource } from './data-source/opening-data-source.ts';
import { createGateway } from './gateway.ts';
import type { WithoutGuards } from './guards.ts';
import { localTarget } from './routes/local-target.ts';
import { startTracing } from './seeing/tracing.ts';
import { domains } from './subgraphs.ts';

export type RunningPlatform = {
  readonly url: string;
  readonly open: ReadonlyMap<string, OpenSubgraph>;
  stop(): Promise<void>;
};

type Options = {
  settings: Settings;
  progress: Progress;
  /** The port to listen on, in place of the configured one; 0 for any free port. */
  port?: number;
  onStatement?: StatementListener;
  /** Where events go, in place of standard output. */
  log?: Log;
  /** Told how to stop as soon as there is something to stop. */
  onStop?: Program['onStop'];
  extend?: (app: FastifyInstance) => Promise<void>;
  /** Guards taken away, in the proof that each is noticed and nowhere else. */
  without?: WithoutGuards;
};

/** The whole platform in this process: databases, four subgraphs, gateway, and no HTTP between them. */
export async function startInOneProcess(options: Options): Promise<RunningPlatform> {
  const { settings, progress, onStatement, extend } = options;
  const port = options.port ?? settings.port(4000);
  const log =
    options.log ?? createLog({ name: 'graphess', level: settings.logLevel, pretty: !settings.production });
  const cleanups: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  };
  options.onStop?.(stop);
  try {
    const opened = new Map<string, OpenSubgraph>();
    let loaded = false;
    const tracing = await startTracing(settings, 'graphess');
    cleanups.push(() => tracing.stop());
    const gateway = await createGateway({
      log,
      settings,
      access: () => opened.get('access'),
      open: () => opened.values(),
      dataSource: (domain) =>
        openingDataSource(lineSettings(domain, settings, log, options.without), () =>
          loaded ? opened.get(domain) : undefined,
        ),
      routeTarget: (domain) => localTarget(domain, () => (loaded ? opened.get(domain) : undefined)),
      domainStates: async () =>
        Promise.all(
          DOMAINS.map(async (domain) => {
            const readiness = await opened.get(domain)?.readiness();
            return { domain, ready: loaded && readiness?.ready === true, follows: readiness?.follows ?? [] };
          }),
        ),
      ...(extend ? { extend } : {}),
      ...(options.without ? { without: options.without } : {}),
    });
    cleanups.push(() => gateway.stop());
    // Before the long work: a taken port is told at once.
    const url = await gateway.listen({ host: settings.host, port });

    const databases = await connectDatabases(settings, DOMAINS, {
      progress,
      onStop: (cleanup) => cleanups.push(cleanup),
    });
    progress('Préparation des schémas…');
    for (const name of DOMAINS) {
      const open = await openPlatformSubgraph(domains[name], {
        url: databases.urlOf(name),
        settings,
        log,
        localUrl: `http://${settings.host}:${port}`,
        ...(onStatement ? { onStatement } : {}),
        without: options.without?.has('permissions') ? 'permissions' : undefined,
      });
      cleanups.push(() => open.close());
      opened.set(name, open);
    }
    if (!settings.production) {
      progress(`Chargement des données (département ${settings.department})…`);
      await Promise.all(
        [...opened.values()].map((open) => loadPlatformSubgraph(open, settings, progress, false)),
      );
    }
    const sources = [...opened.values()].map(({ changes }) => changes);
    for (const open of opened.values()) open.follow(sources);
    progress('Copie des territoires et des organisations dans chaque domaine…');
    await Promise.all([...opened.values()].map((open) => open.catchUp()));
    for (const open of opened.values()) await open.jobs.work();
    loaded = true;
    return { url, open: opened, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
