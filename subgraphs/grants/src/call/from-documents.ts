import type { TableRows } from '@graphess/subgraph-kit';

/** The rows of editions that documents tell of; those that were published here are not a load's to change. */
export function fromDocuments(column: string): NonNullable<TableRows['scope']> {
  return { sql: `t.${column} IN (SELECT id FROM call WHERE published_at IS NULL)`, params: [] };
}
