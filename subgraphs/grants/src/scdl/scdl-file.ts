import { createHash } from 'node:crypto';
import { stringify } from 'csv-stringify/sync';
import type { EntityManager } from 'typeorm';
import { awardsOfRecord, hasDecidedAwards } from './awards-of-record.queries.ts';
import { problemsOfRow } from './check-scdl-row.ts';
import { grantorOf } from './grantor.ts';
import { scdlRowOf } from './scdl-row.rules.ts';
import { SCDL_COLUMNS } from './scdl-schema.ts';

export type ScdlFile = { bytes: Buffer; sha256: string; rowCount: number; validationErrors: number };

/** The file of an edition: the same awards give the same bytes. Null while no award of it was decided here. */
export async function scdlFileOf(db: EntityManager, edition: number): Promise<ScdlFile | null> {
  if (!(await hasDecidedAwards(db, edition))) return null;
  const grantor = grantorOf(db);
  const rows = (await awardsOfRecord(db, edition)).map((award) => scdlRowOf(award, grantor));
  const bytes = Buffer.from(
    stringify(rows, {
      header: true,
      columns: SCDL_COLUMNS.map(({ name }) => name),
      record_delimiter: 'windows',
    }),
  );
  return {
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    rowCount: rows.length,
    validationErrors: rows.reduce((count, row) => count + problemsOfRow(row).length, 0),
  };
}

export const scdlFileName = (edition: number) => `edition-${edition}.csv`;

/** The edition that the name of a file tells, null for another name. */
export function editionOfFile(name: string): number | null {
  const [, digits] = /^edition-([1-9]\d{0,3})\.csv$/.exec(name) ?? [];
  return digits === undefined ? null : Number(digits);
}
