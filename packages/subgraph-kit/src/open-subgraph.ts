import { type DocumentNode, execute, parse } from 'graphql';
import type { DataSource, EntityManager } from 'typeorm';
import { type ChangeSource, localChangeSource } from './changes/change-source.ts';
import { type Follower, type FollowState, startFollower } from './changes/follower.ts';
import type { Clock } from './clock.ts';
import type { Context } from './context.ts';
import { dataSourceOf, type StatementListener } from './database/data-source.ts';
import type { LoadReport, LoadSettings } from './load/load.ts';
import type { Log } from './log.ts';
import { presentError } from './mask.ts';
import type { Subgraph } from './subgraph.ts';
import type { Viewer } from './viewer.ts';

export type OpenSettings = {
  databaseUrl: string;
  clock: Clock;
  log: Log;
  poolSize?: number;
  onStatement?: StatementListener;
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
  newContext(viewer: Viewer, requestId: string): Context;
  /** Executes an operation that the gateway has already validated. */
  execute(request: Request, ctx: Context): Promise<Response>;
  present(error: unknown, requestId: string): ReturnType<typeof presentError>;
  load(settings: Omit<LoadSettings, 'now'>): Promise<LoadReport[]>;
  follow(sources: readonly ChangeSource[]): void;
  catchUp(): Promise<void>;
  readiness(): Promise<Readiness>;
  close(): Promise<void>;
};

export async function openSubgraph(subgraph: Subgraph, settings: OpenSettings): Promise<OpenSubgraph> {
  const { log, clock } = settings;
  const dataSource: DataSource = dataSourceOf(subgraph, {
    url: settings.databaseUrl,
    as: 'runtime',
    ...(settings.poolSize === undefined ? {} : { poolSize: settings.poolSize }),
    ...(settings.onStatement === undefined ? {} : { onStatement: settings.onStatement }),
  });
  await dataSource.initialize();
  const db = dataSource.manager;
  const followers: Follower[] = [];
  const parsed = documentCache();

  return {
    subgraph,
    db,
    changes: localChangeSource(subgraph.name, () => db, subgraph.feeds),
    newContext: (viewer, requestId) => ({ db, viewer, now: clock(), requestId }),
    present: (error, requestId) => presentError(error, { requestId, log }),

    async execute(request, ctx) {
      const result = await execute({
        schema: subgraph.schema(),
        document: parsed(request.query),
        variableValues: request.variables ?? null,
        operationName: request.operationName ?? null,
        contextValue: ctx,
      });
      const errors = result.errors?.map((error) => presentError(error, { requestId: ctx.requestId, log }));
      return { data: result.data, ...(errors ? { errors } : {}) };
    },

    load: (load) => subgraph.load(db, { ...load, now: clock() }),

    follow(sources) {
      for (const follow of subgraph.follows) {
        const source = sources.find(({ name }) => name === follow.from);
        if (source === undefined)
          throw new RangeError(`${subgraph.name} follows ${follow.from}, which was not given`);
        followers.push(startFollower(db, follow, source, log));
      }
    },

    async catchUp() {
      await Promise.all(followers.map((follower) => follower.catchUp()));
    },

    async readiness() {
      const follows = followers.map((follower) => follower.state());
      const database = await db.query('SELECT 1').then(
        () => true,
        () => false,
      );
      const copied =
        followers.length === subgraph.follows.length && follows.every(({ complete }) => complete);
      return { ready: database && copied, database, follows };
    },

    async close() {
      await Promise.all(followers.map((follower) => follower.stop()));
      await dataSource.destroy();
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
