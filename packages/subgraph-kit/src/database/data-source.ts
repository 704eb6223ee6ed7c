import { DataSource, type Logger } from 'typeorm';
import type { Subgraph } from '../subgraph.ts';
import { KitTables1767225600000 } from './kit-tables.migration.ts';
import { namesOf, sessionOptions } from './roles.ts';

export type StatementListener = (sql: string) => void;

type DataSourceSettings = {
  url: string;
  as: 'owner' | 'runtime';
  poolSize?: number;
  statementTimeoutMs?: number;
  onStatement?: StatementListener;
};

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
    migrations: [KitTables1767225600000, ...subgraph.migrations],
    migrationsTableName: 'migration',
    synchronize: false,
    installExtensions: false,
    poolSize: settings.poolSize ?? 10,
    connectTimeoutMS: 5_000,
    extra: { options: sessionOptions(names.schema, role, settings.statementTimeoutMs ?? 10_000) },
    // TypeORM's own logger writes to the terminal, parameters included.
    logger: listeningLogger(settings.onStatement ?? (() => {})),
  });
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
