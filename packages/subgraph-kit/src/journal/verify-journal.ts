import type { EntityManager } from 'typeorm';
import { type Break, breakAt, firstLink, type JournalEnd, type JournalRow } from './journal-chain.ts';

export type JournalVerdict = JournalEnd & { readonly broken: Break | null };

const BATCH = 2_000;

const ROWS = `
  SELECT seq::text, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, action, actor_kind, actor,
         target, request_id, details::text AS details, encode(previous_hash, 'hex') AS previous_hash,
         encode(hash, 'hex') AS hash
    FROM journal`;

/**
 * Walks the journal of this schema from its first row, on one snapshot and a batch at a time, and stops at the first link
 * that does not hold. `anchors` are ends of this journal that were noted elsewhere, oldest first: only they can tell a
 * journal that was cut, or written again from some row to its end.
 */
export async function verifyJournal(
  db: EntityManager,
  anchors: readonly JournalEnd[] = [],
): Promise<JournalVerdict> {
  return db.transaction('REPEATABLE READ', async (tx) => {
    await tx.query('SET TRANSACTION READ ONLY');
    await tx.query(`DECLARE walk NO SCROLL CURSOR FOR ${ROWS} ORDER BY journal.seq, journal.previous_hash`);
    const confirm = confirmation(anchors);
    let end: JournalEnd = { rows: 0, lastHash: firstLink(await schemaOf(tx)) };
    for (;;) {
      const rows: JournalRow[] = await tx.query(`FETCH ${BATCH} FROM walk`);
      for (const row of rows) {
        const broken = breakAt(row, end);
        if (broken !== null) return { ...end, broken };
        end = { rows: Number(row.seq), lastHash: row.hash };
        const rewritten = confirm(end);
        if (rewritten !== null) return { ...end, broken: rewritten };
      }
      if (rows.length < BATCH) break;
    }
    const cut = anchors.some(({ rows }) => rows > end.rows);
    return { ...end, broken: cut ? { seq: end.rows + 1, reason: 'CUT' } : null };
  });
}

/** Where the journal of this schema ends now. */
export async function journalEnd(db: EntityManager): Promise<JournalEnd> {
  const [last]: { seq: string; hash: string }[] = await db.query(
    `SELECT seq::text, encode(hash, 'hex') AS hash FROM journal ORDER BY journal.seq DESC LIMIT 1`,
  );
  return last === undefined
    ? { rows: 0, lastHash: firstLink(await schemaOf(db)) }
    : { rows: Number(last.seq), lastHash: last.hash };
}

/** Compares each end that the walk reaches with the anchors that were set there. */
function confirmation(anchors: readonly JournalEnd[]): (end: JournalEnd) => Break | null {
  const byRows = Map.groupBy(anchors, ({ rows }) => rows);
  let confirmed = 0;
  return (end) => {
    const here = byRows.get(end.rows);
    if (here === undefined) return null;
    if (here.some(({ lastHash }) => lastHash !== end.lastHash))
      return { seq: end.rows, reason: 'REWRITTEN', since: confirmed };
    confirmed = end.rows;
    return null;
  };
}

async function schemaOf(db: EntityManager): Promise<string> {
  const [row]: { schema: string }[] = await db.query('SELECT current_schema() AS schema');
  return row?.schema ?? '';
}
