import type { KeysetList } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { PROBLEM_MESSAGES } from './problem-messages.ts';
import type { PublishedGrantFile } from './published-grant.type.ts';

/** Grants that meet a filter, the most recent first; `params` are those of `parametersOf`. */
export function publishedGrantsMatching(params: readonly unknown[]): KeysetList {
  return {
    name: 'publishedGrants/YEAR_DESC',
    sql: `SELECT source, key, line, grantor_name AS "grantorName", grantor_siret AS "grantorSiret", year,
                 agreed_on::text AS "agreedOn", reference, beneficiary_name AS "beneficiaryName",
                 beneficiary_siret AS "beneficiarySiret", beneficiary_siren AS "beneficiarySiren",
                 beneficiary_rna AS "beneficiaryRna", object, cents::float8 AS cents, nature, terms,
                 paid_from::text AS "paidFrom", paid_to::text AS "paidTo"
            FROM published_grant
           WHERE ($1::text IS NULL OR source = $1) AND ($2::int[] IS NULL OR year = ANY($2))
             AND ($3::text IS NULL OR beneficiary_siren = $3)
             AND ($4::text IS NULL OR extensions.fold_matches(folded, $4))
             AND ($5::bigint IS NULL OR cents >= $5) AND ($6::bigint IS NULL OR cents <= $6)`,
    params,
    order: [
      { sql: 'q.year', type: 'bigint', descending: true, notNull: true },
      { sql: 'q.source', type: 'text', notNull: true },
      { sql: 'q.key', type: 'text', notNull: true },
    ],
  };
}

export async function totalsOfGrants(
  db: EntityManager,
  { sql, params }: KeysetList,
): Promise<{ count: number; cents: number }> {
  const [row]: { count: number; cents: number }[] = await db.query(
    `SELECT count(*)::int AS count, coalesce(sum(q.cents), 0)::float8 AS cents FROM (${sql}) q`,
    [...params],
  );
  return row ?? { count: 0, cents: 0 };
}

/** The last hundred files, the newest first. */
export async function publishedGrantFiles(db: EntityManager): Promise<PublishedGrantFile[]> {
  const rows: (Omit<PublishedGrantFile, 'problems'> & { counts: Record<string, number> })[] = await db.query(
    `SELECT source, sha256, file_name AS "fileName", imported_at AS "importedAt", read, kept, quarantined,
            problems AS counts
       FROM published_grant_file ORDER BY imported_at DESC, source, sha256 LIMIT 100`,
  );
  return rows.map(({ counts, ...file }) => ({
    ...file,
    problems: Object.entries(counts)
      .map(([code, count]) => ({ code, message: PROBLEM_MESSAGES[code] ?? code, count }))
      .toSorted((a, b) => b.count - a.count || a.code.localeCompare(b.code)),
  }));
}
