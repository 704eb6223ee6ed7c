import type { EntityManager } from 'typeorm';

/** What a load did to one set of rows. `changed` rows existed and differed; the others were already right. */
export type LoadReport = { set: string; read: number; inserted: number; changed: number };

/** What every loader is told. `area` is the code of the place that the platform shows, `dataDir` holds the data files. */
export type LoadSettings = {
  readonly dataDir: string;
  readonly area: string;
  readonly demonstration: boolean;
  readonly scale: number;
  readonly now: Date;
  /** Compares every row even where the files are those of the last load. */
  readonly thorough: boolean;
  readonly onProgress: (sentence: string) => void;
};

const BATCH = 2_000;

/**
 * Inserts rows, or updates those that differ, and counts both. `rows` are objects whose keys are columns of `table`,
 * all with the same keys; `key` names the columns of its primary key.
 */
export async function upsertRows(
  db: EntityManager,
  table: string,
  key: readonly string[],
  rows: readonly object[],
): Promise<LoadReport> {
  const report = { set: table, read: rows.length, inserted: 0, changed: 0 };
  const sample = rows[0];
  if (sample === undefined) return report;
  const columns = Object.keys(sample).map(quoted);
  const rest = columns.filter((column) => !key.map(quoted).includes(column));
  const update =
    rest.length === 0
      ? 'DO NOTHING'
      : `DO UPDATE SET ${rest.map((column) => `${column} = excluded.${column}`).join(', ')}
          WHERE (${rest.map((column) => `t.${column}`).join(', ')})
             IS DISTINCT FROM (${rest.map((column) => `excluded.${column}`).join(', ')})`;
  const sql = `
    INSERT INTO ${quoted(table)} AS t (${columns.join(', ')})
    SELECT ${columns.join(', ')} FROM json_populate_recordset(NULL::${quoted(table)}, $1::json)
    ON CONFLICT (${key.map(quoted).join(', ')}) ${update}
    RETURNING (t.xmax = 0) AS inserted`;
  for (let start = 0; start < rows.length; start += BATCH) {
    const written: { inserted: boolean }[] = await db.query(sql, [
      JSON.stringify(rows.slice(start, start + BATCH)),
    ]);
    const inserted = written.filter((row) => row.inserted).length;
    report.inserted += inserted;
    report.changed += written.length - inserted;
  }
  return report;
}

/**
 * Runs `load` unless the last one had the same fingerprint (of its files and settings). A set that is skipped is
 * reported as read, with nothing inserted nor changed.
 */
export async function loadUnlessSame(
  db: EntityManager,
  set: { name: string; fingerprint: string },
  settings: Pick<LoadSettings, 'thorough' | 'now'>,
  load: (db: EntityManager) => Promise<LoadReport[]>,
): Promise<LoadReport[]> {
  return db.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext(current_schema || ' load'))`);
    const [last]: { fingerprint: string; row_count: number }[] = await tx.query(
      'SELECT fingerprint, row_count FROM loaded_set WHERE name = $1',
      [set.name],
    );
    if (!settings.thorough && last?.fingerprint === set.fingerprint) {
      return [{ set: set.name, read: last.row_count, inserted: 0, changed: 0 }];
    }
    const reports = await load(tx);
    await tx.query(
      `INSERT INTO loaded_set (name, fingerprint, row_count, loaded_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (name) DO UPDATE SET fingerprint = excluded.fingerprint, row_count = excluded.row_count`,
      [set.name, set.fingerprint, reports.reduce((sum, { read }) => sum + read, 0), settings.now],
    );
    return reports;
  });
}

/** The instant of the first load of a set, null before. Demonstration dates are anchored to it. */
export async function firstLoadedAt(db: EntityManager, name: string): Promise<Date | null> {
  const [row]: { loaded_at: Date }[] = await db.query('SELECT loaded_at FROM loaded_set WHERE name = $1', [
    name,
  ]);
  return row?.loaded_at ?? null;
}

export function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
