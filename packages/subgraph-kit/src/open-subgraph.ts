import { type DocumentNode, execute, parse } from 'graphql';
import type { EntityManager } from 'typeorm';
import { type ChangeSource, localChangeSource } from './changes/change-source.ts';
import { type Follower, type FollowState, startFollower } from './changes/follower.ts';
import type { Clock } from './clock.ts';
import type { Context } from './context.ts';
import {
  BACKGROUND_POOL,
  dataSourceOf,
  opened,
  REQUEST_POOL,
  type StatementListener,
} from './database/data-source.ts';
import { type JobQueue, jobQueue } from './jobs/job-queue.ts';
import { type CountedRefusals, countedRefusals } from './journal/counted-refusals.ts';
import { appendToJournal } from './journal/journal.ts';
import type { LoadReport, LoadSettings } from './load/load.ts';
import type { Log } from './log.ts';
import { presentError } from './mask.ts';
import { type Options, rememberOptions } from './options.ts';
import type { FileStorage } from './storage/file-storage.ts';
import { noStorage } from './storage/no-storage.ts';
import type { Subgraph } from './subgraph.ts';
import type { Viewer } from './viewer.ts';

export type OpenSettings = {
  databaseUrl: string;
  clock: Clock;
  log: Log;
  /** Connections for requests; loads and copies have a few of their own. */
  poolSize?: number;
  /** How long a statement of a request may take, in milliseconds. */
  statementTimeoutMs?: number;
  /** How long a request waits for a connection, in milliseconds. */
  connectTimeoutMs?: number;
  /** Told the statements of requests; loads and copies are no part of any. */
  onStatement?: StatementListener;
  /** Where clients reach the platform; addresses are relative to it when nothing says. */
  publicUrl?: string;
  /** Where files are kept; without one, a program that has no business with files. */
  storage?: FileStorage;
  /** What the operator chose for the rules of the domain. */
  options?: Options;
  /** Guards taken away, in the proof that each is noticed and nowhere else. */
  without?: 'permissions';
};

export type Request = {
  query: string;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
};
export type Response = {
  data?: Record<string, unknown> | null | undefined;
  errors?: readonly ReturnType<typeof presentError>[];
};

export type Readiness = { ready: boolean; database: boolean; follows: FollowState[] };

/** A subgraph with its connections open, before and apart from any HTTP. */
export type OpenSubgraph = {
  readonly subgraph: Subgraph;
  readonly db: EntityManager;
  readonly changes: ChangeSource;
  /** The refusals of this subgraph, written on connections that no request waits for. */
  readonly refusals: CountedRefusals;
  newContext(viewer: Viewer, requestId: string): Context;
  /** Executes an operation that the gateway has already validated. */
  execute(request: Request, ctx: Context): Promise<Response>;
  present(error: unknown, requestId: string): ReturnType<typeof presentError>;
  load(settings: Omit<LoadSettings, 'now'>): Promise<LoadReport[]>;
  follow(sources: readonly ChangeSource[]): void;
  readonly jobs: JobQueue;
  catchUp(): Promise<void>;
  readiness(): Promise<Readiness>;
  close(): Promise<void>;
};

export async function openSubgraph(subgraph: Subgraph, settings: OpenSettings): Promise<OpenSubgraph> {
  const { log, clock } = settings;
  const common = { url: settings.databaseUrl, as: 'runtime' } as const;
  const statementMs = settings.statementTimeoutMs ?? REQUEST_POOL.limits.statementMs;
  const requests = await opened(
    dataSourceOf(subgraph, {
      ...common,
      ...REQUEST_POOL,
      ...(settings.onStatement === undefined ? {} : { onStatement: settings.onStatement }),
      poolSize: settings.poolSize ?? REQUEST_POOL.poolSize,
      connectTimeoutMs: settings.connectTimeoutMs ?? REQUEST_POOL.connectTimeoutMs,
      limits: { ...REQUEST_POOL.limits, statementMs },
    }),
  );
  const background = await opened(dataSourceOf(subgraph, { ...common, ...BACKGROUND_POOL })).catch(
    async (error: unknown) => {
      await requests.destroy();
      throw error;
    },
  );
  for (const each of [requests, background]) rememberOptions(each, settings.options ?? {});
  const db = requests.manager;
  const schemaOf = settings.without === 'permissions' ? subgraph.schemaWithoutPermissions : subgraph.schema;
  const refusals = countedRefusals(async (entry) => {
    await appendToJournal(background.manager, entry);
  }, log);
  const storage = settings.storage ?? noStorage;
  const jobs = jobQueue({
    subgraph: subgraph.name,
    jobs: subgraph.jobs,
    background: background.manager,
    storage,
    clock,
    log,
  });
  const { enqueue } = jobs;
  const followers: Follower[] = [];
  const parsed = documentCache();

  return {
    subgraph,
    db,
    changes: localChangeSource(subgraph.name, () => background.manager, subgraph.feeds),
    refusals,
    jobs,
    newContext: (viewer, requestId) => ({
      db,
      viewer,
      background: background.manager,
      enqueue,
      storage,
      publicUrl: settings.publicUrl ?? '',
      now: clock(),
      requestId,
      log,
      refusals,
    }),
    present: (error, requestId) => presentError(error, { requestId, log, domain: subgraph.name }),

    async execute({ query, variables, operationName }, ctx) {
      const result = await execute({
        schema: schemaOf(),
        document: parsed(query),
        variableValues: variables ?? null,
        operationName: operationName ?? null,
        contextValue: ctx,
      });
      const request = { requestId: ctx.requestId, log, domain: subgraph.name };
      const errors = result.errors?.map((error) => presentError(error, request));
      return { data: result.data, ...(errors ? { errors } : {}) };
    },

    load: (load) => subgraph.load(background.manager, { ...load, now: clock() }),

    follow(sources) {
      for (const follow of subgraph.follows) {
        const source = sources.find(({ name }) => name === follow.from);
        if (source === undefined)
          throw new RangeError(`${subgraph.name} follows ${follow.from}, which was not given`);
        followers.push(startFollower(background.manager, follow, source, log));
      }
    },

    async catchUp() {
      await Promise.all(followers.map((follower) => follower.catchUp()));
    },

    async readiness() {
      const follows = followers.map((follower) => follower.state());
      const database = await background.query('SELECT 1').then(
        () => true,
        () => false,
      );
      const copied =
        followers.length === subgraph.follows.length && follows.every(({ complete }) => complete);
      return { ready: database && copied, database, follows };
    },

    async close() {
      await Promise.all([...followers.map((follower) => follower.stop()), jobs.stop()]);
      await refusals.flush();
      await Promise.all([requests.destroy(), background.destroy()]);
    },
  };
}

const CACHED_DOCUMENTS = 500;
const CACHED_LENGTH = 20_000;

/** The gateway sends the same few query plans again and again; what is too long to be one of them is not kept. */
function documentCache(): (query: string) => DocumentNode {
  const documents = new Map<string, DocumentNode>();
  return (query) => {
    const known = documents.get(query);
    if (known !== undefined) return known;
    const document = parse(query, { noLocation: true });
    if (query.length > CACHED_LENGTH) return document;
    // A map keeps the order of insertion: the first key is the oldest.
    const [oldest] = documents.keys();
    if (oldest !== undefined && documents.size >= CACHED_DOCUMENTS) documents.delete(oldest);
    documents.set(query, document);
    return document;
  };
}
