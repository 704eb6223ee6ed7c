import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { platformSettings } from '@graphess/platform';
import type { Log, OpenSubgraph, StatementListener } from '@graphess/subgraph-kit';
import type { SignedClient } from '@graphess/subgraph-kit/testing';
import { pino } from 'pino';
import { inject } from 'vitest';
import { freePorts } from '../free-ports.ts';
import type { WithoutGuards } from '../guards.ts';
import { startInOneProcess } from '../one-process.ts';
import { loadedDatabase } from './loaded-database.ts';
import { type Signer, startServices } from './start-services.ts';

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
  /** A platform whose database this one serves too: on another day, say. Stop this one first. */
  beside?: TestPlatform;
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
  const database = options.beside
    ? { url: options.beside.databaseUrl, drop: async () => {} }
    : await loadedDatabase(options.server ?? inject('postgresUrl'), env);
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
