import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { EntityManager } from 'typeorm';
import { type Clock, clockSetTo } from '../clock.ts';
import { type OpenSubgraph, openSubgraph, type Response } from '../open-subgraph.ts';
import { folderStorage } from '../storage/folder-storage.ts';
import type { Subgraph } from '../subgraph.ts';
import { VISITOR, type Viewer } from '../viewer.ts';
import { createTestDatabase } from './test-database.ts';

export type TestSubgraph = {
  readonly open: OpenSubgraph;
  readonly db: EntityManager;
  readonly url: string;
  /** Runs an operation as somebody. */
  as(viewer: Viewer): { run(query: string, variables?: Record<string, unknown>): Promise<Response> };
  /** Runs an operation as a visitor. */
  run(query: string, variables?: Record<string, unknown>): Promise<Response>;
  /** Runs the jobs that wait, until none does. */
  runJobs(): Promise<number>;
  /** The SQL statements that `work` sends, transaction control left out. */
  statementsOf(work: () => Promise<unknown>): Promise<string[]>;
  stop(): Promise<void>;
};

/** A subgraph on a real migrated database of its own. */
export async function testSubgraph(
  subgraph: Subgraph,
  options: { clock?: Clock } = {},
): Promise<TestSubgraph> {
  const database = await createTestDatabase([subgraph]);
  const folder = mkdtempSync(join(tmpdir(), 'graphess-storage-'));
  let listeners: ((sql: string) => void)[] = [];
  const open = await openSubgraph(subgraph, {
    databaseUrl: database.url,
    clock: options.clock ?? clockSetTo('2026-03-02T10:00:00Z'),
    log: pino({ level: 'silent' }),
    storage: folderStorage(folder),
    // A machine that runs many tests at once is slow, and that is not what a test is about.
    statementTimeoutMs: 20_000,
    connectTimeoutMs: 20_000,
    onStatement: (sql) => {
      for (const listener of listeners) listener(sql);
    },
  });
  const as = (viewer: Viewer) => ({
    run: async (query: string, variables?: Record<string, unknown>) =>
      JSON.parse(
        JSON.stringify(await open.execute({ query, variables }, open.newContext(viewer, 'test-request'))),
      ) as Response,
  });
  return {
    open,
    db: open.db,
    url: database.url,
    as,
    run: (query, variables) => as(VISITOR).run(query, variables),
    runJobs: () => open.jobs.runAll(),
    async statementsOf(work) {
      const statements: string[] = [];
      const listener = (sql: string) => {
        if (!/^(START TRANSACTION|COMMIT|ROLLBACK|BEGIN|SAVEPOINT)/.test(sql)) statements.push(sql);
      };
      listeners = [...listeners, listener];
      try {
        await work();
      } finally {
        listeners = listeners.filter((each) => each !== listener);
      }
      return statements;
    },
    async stop() {
      await open.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
