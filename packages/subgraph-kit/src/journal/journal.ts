import type { EntityManager } from 'typeorm';

/** One fact of the journal. No personal data: subjects are opaque, details are codes, ids and counts. */
export type JournalEntry = {
  /** What happened, as UPPER_SNAKE_CASE: `PERMISSION_REFUSED`, `API_KEY_CREATED`… */
  readonly action: string;
  /** The viewer's kind and opaque subject, null for a visitor. */
  readonly actorKind: string;
  readonly actor: string | null;
  /** What it happened to: a global id, a field (`Type.field`), or null. */
  readonly target: string | null;
  readonly requestId: string;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
};

/** Adds a row to the hash-chained journal of this schema, in the transaction of `db` if there is one. */
export async function appendToJournal(_db: EntityManager, _entry: JournalEntry): Promise<void> {
  throw new Error('to come');
}
