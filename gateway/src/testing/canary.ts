import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** Texts that must not be met again: what the database holds of persons, and what clients send. */
export type Markers = { readonly stored: string; readonly sent: string };

export function newMarkers(): Markers {
  return { stored: `CANARY-${randomUUID()}`, sent: `INPUT-${randomUUID()}` };
}

/** A column of text; of a list of texts; or of JSON, at a path of it. */
export type FilledColumn = { table: string; column: string; list?: true; path?: string };

/** Runs `work` as the superuser of a database, without triggers. */
export async function asSuperuser<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url, options: '-c session_replication_role=replica' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Enough rows of a table for whatever reads it to meet the marker. */
const MOST_ROWS = 500;

/** Writes the marker into the named columns, and gives back those where a row holds it. */
export async function fillColumns(
  client: Client,
  columns: readonly FilledColumn[],
  marker: string,
): Promise<FilledColumn[]> {
  const filled: FilledColumn[] = [];
  for (const filling of columns) {
    const { table, column } = filling;
    // Keys, checks and enumerations refuse it: they hold no person.
    const rows = await client
      .query(
        `UPDATE ${table} SET "${column}" = ${textFor(filling)}
          WHERE ctid = ANY (ARRAY (SELECT ctid FROM ${table} LIMIT ${MOST_ROWS}))`,
        [marker],
      )
      .then(
        ({ rowCount }) => rowCount ?? 0,
        () => 0,
      );
    if (rows > 0) filled.push(filling);
  }
  return filled;
}

function textFor({ column, list, path }: FilledColumn): string {
  const text = `$1 || '-' || ctid`;
  if (list) return `ARRAY[${text}]`;
  return path === undefined ? text : `jsonb_set("${column}", '${path}', to_jsonb(${text}))`;
}

/** What a table's checks keep out is written too: they may forbid the very text that must not leak. */
export async function dropChecks(client: Client, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    const { rows } = await client.query<{ name: string }>(
      `SELECT quote_ident(conname) AS name FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'c'`,
      [table],
    );
    for (const { name } of rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS ${name}`);
  }
}

/** Every column of text of the schemas, the platform's own tables left out. */
export async function textColumns(client: Client, schemas: readonly string[]): Promise<FilledColumn[]> {
  const { rows } = await client.query<FilledColumn>(
    `SELECT format('%I.%I', table_schema, table_name) AS table, column_name AS column
       FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
      WHERE table_schema = ANY ($1) AND data_type = 'text' AND table_type = 'BASE TABLE' AND is_generated = 'NEVER'
        AND table_name NOT IN ('journal', 'migration', 'change_log', 'follow_position', 'loaded_set', 'idempotency_key')
      ORDER BY 1, 2`,
    [schemas],
  );
  return rows;
}

/** The journals of the schemas, as text. */
export async function journalText(client: Client, schemas: readonly string[]): Promise<string> {
  const texts: string[] = [];
  for (const schema of schemas) {
    const { rows } = await client.query<{ text: string }>(
      `SELECT j::text AS text FROM ${schema}.journal AS j`,
    );
    texts.push(...rows.map(({ text }) => text));
  }
  return texts.join('\n');
}

/** Which of some needles a text holds, in any of the forms it may take on the way. */
export function hitsIn(text: string, markers: readonly string[]): string[] {
  return markers.filter((marker) =>
    [
      marker,
      Buffer.from(marker).toString('base64').slice(0, 40),
      Buffer.from(marker).toString('base64url').slice(0, 40),
      encodeURIComponent(marker),
      Buffer.from(marker).toString('hex'),
    ].some((form) => text.includes(form)),
  );
}
