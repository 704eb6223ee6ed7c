import type { Claim } from '@graphess/provenance';
import { type KeysetList, loadMany } from '@graphess/subgraph-kit';

/** Whether a claim `c` quotes the number of a figure that is now a secret, in SQL: it is then in no list. */
const quotesSecretSql = (c: string) => `(
  ${c}.statement ~ '[0-9]' AND EXISTS (
    SELECT FROM observation hidden
     WHERE hidden.territory_id = ${c}.subject AND hidden.secret_since IS NOT NULL AND hidden.breakdown = ''
       AND NOT hidden.is_demonstration
       AND (hidden.indicator_code = ${c}.field OR starts_with(${c}.field, hidden.indicator_code || '.'))))`;

/** The claims about a territory that anybody may read, by field, the one that is held first. */
export const claimsOfTerritory = loadMany<Claim>(
  ({ db }, territories) =>
    db.query(
      `SELECT c.id, c.origin, c.subject, c.field, c.statement, c.current, c.source_id AS "sourceId"
         FROM claim c WHERE c.subject = ANY($1) AND NOT ${quotesSecretSql('c')}
        ORDER BY c.subject, c.field, c.current DESC, c.id`,
      [territories],
    ),
  ({ subject }) => subject,
);

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
       WHERE NOT ${quotesSecretSql('c')}
         AND ($1::boolean IS NULL OR $1 = EXISTS (
                SELECT FROM claim other
                 WHERE other.subject = c.subject AND other.field = c.field AND other.statement <> c.statement
                   AND NOT ${quotesSecretSql('other')}))`,
    params: [disputed],
    order: [
      { sql: 'subject', type: 'text', notNull: true },
      { sql: 'field', type: 'text', notNull: true },
      { sql: 'rank', type: 'bigint', notNull: true },
      { sql: 'id', type: 'text', notNull: true },
    ],
  };
}
