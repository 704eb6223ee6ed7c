import type { EntityManager } from 'typeorm';
import { SUBJECT_PLACES, WRITTEN_PLACES } from './places.ts';

/** Who is meant: somebody who signs in, by their subject; somebody named in a form, by their address; or both. */
export type Person = { readonly subject: string | null; readonly email: string | null };

/** All that this domain holds of a person, by table (regulation (EU) 2016/679, articles 15 and 20). */
export type PersonalExport = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** Columns that are of no meaning outside the database. */
const LEFT_OUT = ['signature_hash', 'body_hash', 'result'];

export async function exportPerson(db: EntityManager, { subject, email }: Person): Promise<PersonalExport> {
  const found: Record<string, Record<string, unknown>[]> = {};
  const add = async (table: string, condition: string, value: string) => {
    const rows: { row: Record<string, unknown> }[] = await db.query(
      `SELECT to_jsonb(t) - $2::text[] AS row FROM ${table} t WHERE ${condition} ORDER BY to_jsonb(t)::text`,
      [value, LEFT_OUT],
    );
    if (rows.length > 0) found[table] = rows.map(({ row }) => row);
  };
  if (subject !== null) {
    for (const [table, conditions] of conditionsByTable()) await add(table, conditions.join(' OR '), subject);
    await add('journal', 't.actor = $1', subject);
  }
  if (email !== null) {
    for (const table of ['application_form', 'application_form_version']) {
      const contacts: { row: Record<string, unknown> }[] = await db.query(
        `SELECT jsonb_build_object('application_id', t.application_id, 'contact', t.content #> '{structure,contact}') AS row
           FROM ${table} t WHERE ${IS_CONTACT} ORDER BY t.application_id`,
        [email],
      );
      if (contacts.length > 0) found[table] = contacts.map(({ row }) => row);
    }
  }
  return found;
}

/** Whether the person to contact of a form `t` has the address `$1`. */
export const IS_CONTACT = `lower(t.content #>> '{structure,contact,email}') = lower($1)`;

/** By which conditions on `t` a row of each table is of the person whose subject is `$1`. */
function conditionsByTable(): Map<string, string[]> {
  const conditions = [
    ...SUBJECT_PLACES.map(({ table, column }) => ({ table, is: `t.${column} = $1` })),
    ...WRITTEN_PLACES.map(({ table, by }) => ({ table, is: by })),
  ];
  return new Map(
    [...Map.groupBy(conditions, ({ table }) => table)].map(([table, each]) => [
      table,
      each.map(({ is }) => is),
    ]),
  );
}
