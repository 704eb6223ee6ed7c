import { randomUUID } from 'node:crypto';
import {
  connectDatabases,
  DOMAINS,
  loadPlatformSubgraph,
  openPlatformSubgraph,
  platformSettings,
  type Settings,
  SUBGRAPHS,
} from '@graphess/platform';
import {
  httpChangeSource,
  type OpenSubgraph,
  type ServedSubgraph,
  type StatementListener,
  serveSubgraph,
} from '@graphess/subgraph-kit';
import type { TestDatabase } from '@graphess/subgraph-kit/testing';
import { Client } from 'pg';
import { pino } from 'pino';
import { inject } from 'vitest';
import { access } from '../access/access.ts';
import { remoteDataSource } from '../data-source/remote-data-source.ts';
import { createGateway } from '../gateway.ts';
import { remoteDomainState } from '../http/remote-domain-state.ts';
import { startInOneProcess } from '../one-process.ts';
import { subgraphs } from '../subgraphs.ts';

export type Mode = 'one process' | 'services';
export const MODES: readonly Mode[] = ['one process', 'services'];

export type TestPlatform = {
  readonly url: string;
  readonly open: ReadonlyMap<string, OpenSubgraph>;
  query<Data = Record<string, unknown>>(
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<Answer<Data>>;
  /** SQL statements and subgraph fetches of some work. */
  countsOf(work: () => Promise<unknown>): Promise<{ statements: number; fetches: number }>;
  /** Stops serving one domain; only in services. */
  kill(domain: string): Promise<void>;
  stop(): Promise<void>;
};

export type Answer<Data> = {
  status: number;
  data: Data | null;
  errors: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
};

type Options = { mode: Mode; env?: Record<string, string> };

/**
 * The platform on a loaded database of its own: in one process, or with each subgraph behind real HTTP on loopback.
 * The first test file of a run loads a template, which the others copy.
 */
export async function testPlatform({ mode, env = {} }: Options): Promise<TestPlatform> {
  const database = await loadedDatabase(env);
  const settings = platformSettings({ LOG_LEVEL: 'silent', DATABASE_URL: database.url, ...env });
  const counters = { statements: 0, fetches: 0 };
  const onStatement: StatementListener = (sql) => {
    // What followers ask in the background is no part of a request.
    if (!/change_log|follow_position|TRANSACTION|COMMIT|^SELECT 1$/.test(sql)) counters.statements += 1;
  };
  const started =
    mode === 'one process'
      ? {
          ...(await startInOneProcess({ settings, progress: () => {}, port: 0, onStatement })),
          kill: async () => {},
        }
      : await startServices(settings, onStatement, () => {
          counters.fetches += 1;
        });
  const query: TestPlatform['query'] = async <Data>(
    text: string,
    variables: Record<string, unknown> = {},
  ) => {
    const response = await fetch(`${started.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: text, variables }),
    });
    const body = (await response.json()) as Partial<Answer<Data>>;
    return { status: response.status, data: body.data ?? null, errors: body.errors ?? [] };
  };
  return {
    url: started.url,
    open: started.open,
    query,
    async countsOf(work) {
      Object.assign(counters, { statements: 0, fetches: 0 });
      await work();
      return { ...counters };
    },
    kill: started.kill,
    async stop() {
      await started.stop();
      await database.drop();
    },
  };
}

async function startServices(settings: Settings, onStatement: StatementListener, onFetch: () => void) {
  const log = pino({ level: 'silent' });
  const databases = await connectDatabases(settings, DOMAINS, { progress: () => {}, onStop: () => {} });
  const own = await openPlatformSubgraph(access, {
    url: databases.urlOf('access'),
    settings,
    log,
    onStatement,
  });
  const open = new Map<string, OpenSubgraph>();
  const served = new Map<string, ServedSubgraph>();
  for (const name of SUBGRAPHS) {
    const each = await openPlatformSubgraph(subgraphs[name], {
      url: databases.urlOf(name),
      settings,
      log,
      onStatement,
    });
    await loadPlatformSubgraph(each, settings, () => {}, false);
    open.set(name, each);
    served.set(name, await serveSubgraph(each, { host: '127.0.0.1', port: 0 }));
  }
  const urlOf = (name: string) => served.get(name)?.url ?? 'http://127.0.0.1:9';
  const sources = SUBGRAPHS.map((name) => httpChangeSource(name, urlOf(name)));
  for (const each of open.values()) each.follow(sources);
  await Promise.all([...open.values()].map((each) => each.catchUp()));
  const gateway = await createGateway({
    log,
    settings,
    access: () => own,
    dataSource: (domain) => {
      const remote = remoteDataSource({ domain, url: urlOf(domain), timeoutMs: 5_000, log });
      return {
        process: (options) => {
          onFetch();
          return remote.process(options);
        },
      };
    },
    domainStates: () => Promise.all(SUBGRAPHS.map((name) => remoteDomainState(name, urlOf(name)))),
  });
  const url = await gateway.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    open,
    kill: async (domain: string) => served.get(domain)?.stop(),
    async stop() {
      await gateway.stop();
      for (const each of served.values()) await each.stop();
      for (const each of open.values()) await each.close();
      await own.close();
    },
  };
}

/** A copy of a database that was loaded once for this run and these settings. */
async function loadedDatabase(env: Record<string, string>): Promise<TestDatabase> {
  const server = inject('postgresUrl');
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
