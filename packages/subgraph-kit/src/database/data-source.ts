import { DataSource, type Logger } from 'typeorm';
import { JournalTable1767225650000 } from '../journal/journal-table.migration.ts';
import type { Subgraph } from '../subgraph.ts';
import { CancellableClient } from './cancellation.ts';
import { KitTables1767225600000 } from './kit-tables.migration.ts';
import { outageBehind } from './outage.ts';
import { namesOf, type SessionLimits, sessionOptions } from './roles.ts';

export type StatementListener = (sql: string) => void;

type DataSourceSettings = {
  url: string;
  as: 'owner' | 'runtime';
  poolSize?: number;
  /** How long to wait for a connection, whether it is to be made or to be given back by another request. */
  connectTimeoutMs?: number;
  limits?: Partial<SessionLimits>;
  onStatement?: StatementListener;
};

/** Of a request: a little less than what the gateway waits for a subgraph, so that the database gives up first. */
export const REQUEST_POOL = {
  poolSize: 8,
  connectTimeoutMs: 1_000,
  limits: { statementMs: 2_500, lockMs: 1_000, idleInTransactionMs: 5_000 },
} as const;

/** Of loads, copies and probes: requests that take all of their own connections hold back none of it. */
export const BACKGROUND_POOL = {
  poolSize: 4,
  connectTimeoutMs: 10_000,
  limits: { statementMs: 60_000, lockMs: 30_000, idleInTransactionMs: 60_000 },
} as const;

/** A connection pool on the subgraph's own schema, under its owner (to migrate) or its runtime role. */
export function dataSourceOf(subgraph: Subgraph, settings: DataSourceSettings): DataSource {
  const names = namesOf(subgraph.name);
  const role = names[settings.as];
  return new DataSource({
    type: 'postgres',
    url: settings.url,
    schema: names.schema,
    applicationName: `graphess ${subgraph.name}`,
    entities: [...subgraph.entities],
    migrations: [KitTables1767225600000, JournalTable1767225650000, ...subgraph.migrations],
    migrationsTableName: 'migration',
    synchronize: false,
    installExtensions: false,
    poolSize: settings.poolSize ?? 10,
    connectTimeoutMS: settings.connectTimeoutMs ?? 5_000,
    extra: { options: sessionOptions(names.schema, role, settings.limits), Client: CancellableClient },
    // TypeORM's own logger writes to the terminal, parameters included.
    logger: listeningLogger(settings.onStatement ?? (() => {})),
  });
}

const FIRST_CONNECTIONS = 5;

/** Opens a pool. A machine that is busy starting may not make a first connection as fast as a request demands. */
export async function opened(dataSource: DataSource): Promise<DataSource> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await dataSource.initialize();
    } catch (error) {
      const tooSlow = outageBehind(error) !== null && error instanceof Error && /time/.test(error.message);
      if (!tooSlow || attempt === FIRST_CONNECTIONS) throw error;
    }
  }
}

function listeningLogger(onStatement: StatementListener): Logger {
  const nothing = () => {};
  return {
    logQuery: (sql) => onStatement(sql),
    logQueryError: nothing,
    logQuerySlow: nothing,
    logSchemaBuild: nothing,
    logMigration: nothing,
    log: nothing,
  };
}
