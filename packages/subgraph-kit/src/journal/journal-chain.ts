import { createHash } from 'node:crypto';

/** A row as the database gives it, everything as the text that was hashed. */
export type JournalRow = {
  readonly seq: string;
  readonly at: string;
  readonly action: string;
  readonly actor_kind: string;
  readonly actor: string | null;
  readonly target: string | null;
  readonly request_id: string;
  readonly details: string;
  readonly previous_hash: string;
  readonly hash: string;
};

/** The end of a journal: its number of rows and the hash of the last, in hex. An empty one ends in its first link. */
export type JournalEnd = { readonly rows: number; readonly lastHash: string };

export const BREAKS = ['CHANGED', 'MISSING', 'OUT_OF_PLACE', 'CUT', 'REWRITTEN'] as const;

/**
 * The first link that does not hold, by the number of its row: what it says was changed; the row is missing; it does
 * not follow the row before it (swapped or slipped in); the journal ended before it; or it agrees with its neighbours and
 * not with what was anchored (`since` is the last row that an anchor confirms: everything after it is in doubt).
 */
export type Break = {
  readonly seq: number;
  readonly reason: (typeof BREAKS)[number];
  readonly since?: number;
};

/** What the first row of a schema's journal follows: the chain of one schema is not that of another. */
export function firstLink(schema: string): string {
  return sha256(`graphess journal ${schema}`);
}

/**
 * The hash that a row must have: SHA-256 over its fields, each with its length in UTF-8 bytes before it, `-` for null.
 * Written a second time, apart from the database, which the one who tampers with it may command.
 */
export function hashOf(row: JournalRow): string {
  const fields = [
    row.seq,
    row.at,
    row.action,
    row.actor_kind,
    row.actor,
    row.target,
    row.request_id,
    row.details,
    row.previous_hash,
  ];
  return sha256(
    fields.map((field) => (field === null ? '-' : `${Buffer.byteLength(field)}:${field}`)).join(','),
  );
}

/** What is wrong with a row after the one that ended the journal so far, or null. */
export function breakAt(row: JournalRow, before: JournalEnd): Break | null {
  const seq = Number(row.seq);
  if (seq > before.rows + 1) return { seq: before.rows + 1, reason: 'MISSING' };
  if (seq <= before.rows || row.previous_hash !== before.lastHash) return { seq, reason: 'OUT_OF_PLACE' };
  if (hashOf(row) !== row.hash) return { seq, reason: 'CHANGED' };
  return null;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
