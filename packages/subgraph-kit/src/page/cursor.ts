import { createHash } from 'node:crypto';
import { BadInput } from '../errors.ts';

/** The values of the sort keys of one row, as PostgreSQL prints them. */
export type CursorKeys = readonly (string | null)[];

/**
 * An opaque cursor: where a row stands in one ordered list. `list` names the list and its order, so that a
 * cursor of another one is refused. The seal tells accidents and guesses from cursors of ours; it guards no secret,
 * since a cursor only holds values that the client has just been shown.
 */
export function encodeCursor(list: string, keys: CursorKeys): string {
  const body = JSON.stringify(keys);
  return Buffer.from(`${seal(list, body)}${body}`).toString('base64url');
}

/** The keys behind a cursor. Throws BadInput('after') when it was not made by `encodeCursor` for this list. */
export function decodeCursor(list: string, cursor: string, arity: number): CursorKeys {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const body = text.slice(SEAL_LENGTH);
  // Base64 has several spellings for the same bytes: only ours is a cursor.
  if (Buffer.from(text).toString('base64url') !== cursor) throw foreign();
  if (text.slice(0, SEAL_LENGTH) !== seal(list, body)) throw foreign();
  const keys: unknown = JSON.parse(body);
  if (!Array.isArray(keys) || keys.length !== arity) throw foreign();
  return keys as CursorKeys;
}

const SEAL_LENGTH = 12;

function seal(list: string, body: string): string {
  return createHash('sha256')
    .update(`graphess cursor\n${list}\n${body}`)
    .digest('base64url')
    .slice(0, SEAL_LENGTH);
}

function foreign(): BadInput {
  return new BadInput(
    'after',
    'Ce curseur n’est pas un curseur de cette liste : reprenez la valeur « endCursor » reçue avec le même ordre de tri.',
  );
}
