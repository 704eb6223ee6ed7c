import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  GATEWAY_SERVICE,
  httpChangeSource,
  type Log,
  type OpenSubgraph,
  type ServedSubgraph,
  type StatementListener,
  serveSubgraph,
  type Viewer,
} from '@graphess/subgraph-kit';
import {
  type SignedClient,
  signedClient,
  type TestDatabase,
  testIdentities,
} from '@graphess/subgraph-kit/testing';
import { Client } from 'pg';
import { pino } from 'pino';
import { inject } from 'vitest';
import { access } from '../access/access.ts';
import { lineSettings } from '../data-source/line-settings.ts';
import { remoteDataSource } from '../data-source/remote-data-source.ts';
import { freePorts } from '../free-ports.ts';
import { createGateway } from '../gateway.ts';
import { statementGuards, type WithoutGuards } from '../guards.ts';
import { remoteDomainState } from '../http/remote-domain-state.ts';
import { startInOneProcess } from '../one-process.ts';
import { remoteTarget } from '../routes/remote-target.ts';
import { subgraphs } from '../subgraphs.ts';

export type Mode = 'one process' | 'services';
export const MODES: readonly Mode[] = ['one process', 'services'];

export type TestPlatform = {
  readonly url: string;
  readonly open: ReadonlyMap<string, OpenSubgraph>;
  /** Where each subgraph listens; none in one process. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
  /** `fetch` towards a subgraph as the gateway asks it, or as another service; only in services. */
  signedClient(domain: string, signer?: Signer): SignedClient;
  readonly databaseUrl: string;
  query<Data = Record<string, unknown>>(
    query: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ): Promise<Answer<Data>>;
  /** SQL statements and subgraph fetches of some work. */
  countsOf(work: () => Promise<unknown>): Promise<{ statements: number; fetches: number }>;
  /** Stops serving one domain; only in services. */
  kill(domain: string): Promise<void>;
  stop(): Promise<void>;
};

type Signer = { as?: string; viewer?: Viewer; requestId?: string; now?: Date; audience?: string };

const NO_GUARD_MISSING: WithoutGuards = new Set();

export type Answer<Data> = {
  status: number;
  data: Data | null;
  errors: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
};

type Options = {
  mode: Mode;
  env?: Record<string, string>;
  /** Where events go; nowhere when absent. */
  log?: Log;
  /** Guards taken away, to see what notices. */
  without?: WithoutGuards;
  /** The PostgreSQL server to make databases in; that of the test run when absent. */
  server?: string;
};

/**
 * The platform on a loaded database of its own: in one process, or with each subgraph behind real HTTP on loopback.
 * The first test file of a run loads a template, which the others copy. In the posture of production (`env` of a
 * `testIssuer`), the template is loaded beforehand, as an operator would.
 */
export async function testPlatform(options: Options): Promise<TestPlatform> {
  const { mode, env = {} } = options;
  const without = options.without ?? NO_GUARD_MISSING;
  const log = options.log ?? pino({ level: 'silent' });
  const database = await loadedDatabase(options.server ?? inject('postgresUrl'), env);
  const dataDir = await mkdtemp(join(tmpdir(), 'graphess-test-'));
  const [port = 0] = await freePorts(1);
  const settings = platformSettings(
    {
      LOG_LEVEL: 'silent',
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      // A machine that runs many tests at once is slower than any that serves.
      REQUEST_DEADLINE_MS: '20000',
      SUBGRAPH_TIMEOUT_MS: '8000',
      STATEMENT_TIMEOUT_MS: '7000',
      ...env,
    },
    { door: true },
  );
  const counters = { statements: 0, fetches: 0 };
  const onStatement: StatementListener = (sql) => {
    // Every request counts against its quotas, whatever it asks.
    if (!/quota_counter|TRANSACTION|COMMIT/.test(sql)) counters.statements += 1;
  };
  const started =
    mode === 'one process'
      ? {
          ...(await startInOneProcess({ settings, progress: () => {}, port, onStatement, without, log })),
          kill: async () => {},
          subgraphUrls: new Map<string, string>(),
          signedClient: (domain: string): never => {
            throw new RangeError(`${domain} has no address in one process`);
          },
        }
      : await startServices(settings, without, log, onStatement, () => {
          counters.fetches += 1;
        });
  const query: TestPlatform['query'] = async <Data>(
    text: string,
    variables: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ) => {
    const response = await fetch(`${started.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: text, variables }),
    });
    const body = (await response.json()) as Partial<Answer<Data>>;
    return { status: response.status, data: body.data ?? null, errors: body.errors ?? [] };
  };
  return {
    url: started.url,
    open: started.open,
    subgraphUrls: started.subgraphUrls,
    signedClient: started.signedClient,
    databaseUrl: database.url,
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
      await rm(dataDir, { recursive: true });
    },
  };
}

async function startServices(
  settings: Settings,
  without: WithoutGuards,
  log: Log,
  onStatement: StatementListener,
  onFetch: () => void,
) {
  const databases = await connectDatabases(settings, DOMAINS, { progress: () => {}, onStop: () => {} });
  const own = await openPlatformSubgraph(access, {
    url: databases.urlOf('access'),
    settings,
    log,
    onStatement,
    without: without.has('permissions') ? 'permissions' : undefined,
  });
  const identityOf = await testIdentities(...SUBGRAPHS);
  const open = new Map<string, OpenSubgraph>();
  const served = new Map<string, ServedSubgraph>();
  for (const name of SUBGRAPHS) {
    const each = await openPlatformSubgraph(subgraphs[name], {
      url: databases.urlOf(name),
      settings,
      log,
      onStatement,
      without: without.has('permissions') ? 'permissions' : undefined,
    });
    await loadPlatformSubgraph(each, settings, () => {}, false);
    await each.jobs.work();
    open.set(name, each);
    served.set(
      name,
      await serveSubgraph(each, {
        host: '127.0.0.1',
        port: 0,
        identity: identityOf(name),
        introspection: !settings.production,
        without: statementGuards(without),
      }),
    );
  }
  const urlOf = (name: string) => served.get(name)?.url ?? 'http://127.0.0.1:9';
  for (const [follower, each] of open) {
    each.follow(SUBGRAPHS.map((name) => httpChangeSource(name, urlOf(name), identityOf(follower))));
  }
  await Promise.all([...open.values()].map((each) => each.catchUp()));
  const gateway = await createGateway({
    log,
    settings,
    without,
    access: () => own,
    dataSource: (domain) => {
      const remote = remoteDataSource({
        ...lineSettings(domain, settings, log, without),
        url: urlOf(domain),
        identity: identityOf('gateway'),
      });
      return {
        process: (options) => {
          onFetch();
          return remote.process(options);
        },
      };
    },
    routeTarget: (domain) =>
      remoteTarget({ domain, url: urlOf(domain), identity: identityOf('gateway'), log }),
    domainStates: () => Promise.all(SUBGRAPHS.map((name) => remoteDomainState(name, urlOf(name)))),
  });
  const url = await gateway.listen({ host: '127.0.0.1', port: settings.port(0) });
  return {
    url,
    open,
    subgraphUrls: new Map(SUBGRAPHS.map((name) => [name, urlOf(name)])),
    signedClient: (domain: string, { as = GATEWAY_SERVICE, ...signer }: Signer = {}) =>
      signedClient({ url: urlOf(domain), audience: domain, identity: identityOf(as), ...signer }),
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
async function loadedDatabase(server: string, env: Record<string, string>): Promise<TestDatabase> {
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
