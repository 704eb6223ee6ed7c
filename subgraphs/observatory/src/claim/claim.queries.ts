import type { KeysetList } from '@graphess/subgraph-kit';

/**
 * The whole ledger, claims of other subgraphs included: by subject and field, the one that is held first. `disputed`
 * keeps the claims that another one contradicts (true), those that none contradicts (false) or all (null).
 */
export function claimList(disputed: boolean | null): KeysetList {
  return {
    name: 'claims/SUBJECT_FIELD',
    sql: `
      SELECT c.id, c.origin, c.subject, c.field, c.statement, c.current, c.source_id AS "sourceId",
             CASE WHEN c.current THEN 0 ELSE 1 END AS rank
        FROM claim c
       WHERE $1::boolean IS NULL OR $1 = EXISTS (
               SELECT FROM claim other
                WHERE other.subject = c.subject AND other.field = c.field AND other.statement <> c.statement)`,
    params: [disputed],
    order: [
      { sql: 'subject', type: 'text', notNull: true },
      { sql: 'field', type: 'text', notNull: true },
      { sql: 'rank', type: 'bigint', notNull: true },
      { sql: 'id', type: 'text', notNull: true },
    ],
  };
}
