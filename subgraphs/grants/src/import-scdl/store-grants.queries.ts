import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { LineCounts } from './import-grants.ts';
import type { ReadLine } from './read-grant-file.ts';

type StoredFile = { source: string; sha256: string; fileName: string; now: Date; counts: LineCounts };

const AT_ONCE = 1_000;

/**
 * Writes a file and its lines in one transaction. The same file of the same source changes nothing; a line that another
 * file of the source has already is known by what it says, and by its rank among lines that say the same.
 */
export async function storeGrants(
  db: EntityManager,
  { source, sha256, fileName, now, counts }: StoredFile,
  lines: readonly ReadLine[],
): Promise<{ added: number } | 'KNOWN'> {
  return db.transaction(async (tx) => {
    const written: unknown[] = await tx.query(
      `INSERT INTO published_grant_file (source, sha256, file_name, imported_at, read, kept, quarantined, problems)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING source`,
      [source, sha256, fileName, now, counts.read, counts.kept, counts.quarantined, counts.problems],
    );
    if (written.length === 0) return 'KNOWN';
    const grants = keyed(lines);
    let added = 0;
    for (let start = 0; start < grants.length; start += AT_ONCE) {
      const rows: unknown[] = await tx.query(INSERT_GRANTS, [
        source,
        sha256,
        JSON.stringify(grants.slice(start, start + AT_ONCE)),
      ]);
      added += rows.length;
    }
    const aside = lines.flatMap(({ line, grant, problems }) =>
      grant === null
        ? problems.map(({ column, code, raw }, rank) => ({ line, rank, column, code, raw }))
        : [],
    );
    for (let start = 0; start < aside.length; start += AT_ONCE) {
      await tx.query(
        `INSERT INTO published_grant_quarantine (source, sha256, line, rank, column_name, code, raw)
         SELECT $1, $2, line, rank, "column", code, raw
           FROM jsonb_to_recordset($3::jsonb) AS aside (line int, rank int, "column" text, code text, raw text)`,
        [source, sha256, JSON.stringify(aside.slice(start, start + AT_ONCE))],
      );
    }
    return { added };
  });
}

const INSERT_GRANTS = `
  INSERT INTO published_grant (source, key, sha256, line, grantor_name, grantor_siret, year, agreed_on, reference,
                               beneficiary_name, beneficiary_siret, beneficiary_siren, beneficiary_rna, object, cents,
                               nature, terms, paid_from, paid_to)
  SELECT $1, key, $2, line, "grantorName", "grantorSiret", year, "agreedOn", reference, "beneficiaryName",
         "beneficiarySiret", "beneficiarySiren", "beneficiaryRna", object, cents, nature, terms, "paidFrom", "paidTo"
    FROM jsonb_to_recordset($3::jsonb) AS read (
           key text, line int, "grantorName" text, "grantorSiret" text, year int, "agreedOn" date, reference text,
           "beneficiaryName" text, "beneficiarySiret" text, "beneficiarySiren" text, "beneficiaryRna" text, object text,
           cents bigint, nature text, terms text, "paidFrom" date, "paidTo" date)
  ON CONFLICT (source, key) DO NOTHING RETURNING key`;

function keyed(lines: readonly ReadLine[]): object[] {
  const seen = new Map<string, number>();
  return lines.flatMap(({ line, grant }) => {
    if (grant === null) return [];
    const said = createHash('sha256').update(JSON.stringify(grant)).digest('hex').slice(0, 32);
    const rank = (seen.get(said) ?? 0) + 1;
    seen.set(said, rank);
    return [{ ...grant, line, key: `${said}-${rank}` }];
  });
}
