import { createHash } from 'node:crypto';
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

/**
 * Adds a row to the hash-chained journal of this schema, in the transaction of `db` if there is one: what is rolled back
 * was never written. Until that transaction ends every other append of the schema waits, so append last, right before
 * the commit. Wants READ COMMITTED (the default): with an older snapshot the row may be refused (23505), never forked.
 *
 * What is longer than 200 characters, or holds control characters, is written as its SHA-256 (`sha256:` and 64 hex
 * digits): whoever sends strange ids neither escapes the journal nor fills it.
 *
 * Returns the row's number, by which its hash is found.
 */
export async function appendToJournal(db: EntityManager, entry: JournalEntry): Promise<number> {
  const [row]: { seq: number }[] = await db.query(
    'SELECT append_to_journal($1, $2, $3, $4, $5, $6::jsonb)::float8 AS seq',
    [
      entry.action,
      entry.actorKind,
      bounded(entry.actor),
      bounded(entry.target),
      bounded(entry.requestId),
      JSON.stringify(
        Object.fromEntries(
          Object.entries(entry.details ?? {}).map(([name, value]) => [
            name,
            typeof value === 'string' ? bounded(value) : value,
          ]),
        ),
      ),
    ],
  );
  if (row === undefined) throw new TypeError('The journal gave its row no number');
  return row.seq;
}

const LONGEST = 200;

function bounded(text: string | null): string | null {
  if (text === null || (text.length <= LONGEST && !/\p{Cc}|\p{Cs}/u.test(text))) return text;
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
