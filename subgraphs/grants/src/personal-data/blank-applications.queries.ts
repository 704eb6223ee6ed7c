import type { EntityManager } from 'typeorm';
import { keyOfAttachment } from '../attachment/attachment.queries.ts';

/** What was taken out: values of the database, and keys of the storage for the caller to remove once that is committed. */
export type Blanked = { readonly values: number; readonly files: readonly string[] };

/** Texts that people write of an application; nothing is counted from them. */
const TEXTS: readonly { table: string; column: string; of: string }[] = [
  { table: 'application_transition', column: 'reason', of: 't.application_id = ANY($1)' },
  { table: 'review_assignment', column: 'recusal_reason', of: 't.application_id = ANY($1)' },
  { table: 'review', column: 'comment', of: 't.application_id = ANY($1)' },
  {
    table: 'review_score',
    column: 'comment',
    of: 't.assignment_id IN (SELECT id FROM review_assignment WHERE application_id = ANY($1))',
  },
];

/** Takes out of applications what they say of persons. Amounts, states, scores and what is public stay. */
export async function blankApplications(
  tx: EntityManager,
  ids: readonly string[],
  now: Date,
): Promise<Blanked> {
  let values = await blankContacts(tx, ids, now);
  for (const { table, column, of } of TEXTS) {
    values += await changed(
      tx,
      `UPDATE ${table} t SET ${column} = NULL WHERE ${of} AND t.${column} IS NOT NULL`,
      [ids],
    );
  }
  values += await changed(
    tx,
    `UPDATE information_request SET reason = '', points = '{""}' WHERE application_id = ANY($1) AND reason <> ''`,
    [ids],
  );
  const [gone]: [{ id: string }[], number] = await tx.query(
    'DELETE FROM attachment WHERE application_id = ANY($1) RETURNING id',
    [ids],
  );
  await tx.query('UPDATE application SET personal_data_erased_at = $2 WHERE id = ANY($1)', [ids, now]);
  return { values, files: gone.map(({ id }) => keyOfAttachment(id)) };
}

/** Takes the person to contact out of the forms of applications, as drafted and as filed. */
export async function blankContacts(tx: EntityManager, ids: readonly string[], now: Date): Promise<number> {
  const holdsOne = `jsonb_typeof(content #> '{structure,contact}') = 'object'`;
  const without = `content = jsonb_set(content, '{structure,contact}', 'null')`;
  return (
    (await changed(
      tx,
      `UPDATE application_form SET ${without} WHERE application_id = ANY($1) AND ${holdsOne}`,
      [ids],
    )) +
    (await changed(
      tx,
      `UPDATE application_form_version SET ${without}, contact_erased_at = $2
        WHERE application_id = ANY($1) AND ${holdsOne}`,
      [ids, now],
    ))
  );
}

/** Deletes drafts with all that belongs to them. */
export async function deleteDrafts(tx: EntityManager, ids: readonly string[]): Promise<Blanked> {
  const files: { id: string }[] = await tx.query('SELECT id FROM attachment WHERE application_id = ANY($1)', [
    ids,
  ]);
  const values = await changed(tx, `DELETE FROM application WHERE id = ANY($1) AND state = 'DRAFT'`, [ids]);
  return { values, files: files.map(({ id }) => keyOfAttachment(id)) };
}

async function changed(tx: EntityManager, sql: string, params: unknown[]): Promise<number> {
  const [, count]: [unknown[], number] = await tx.query(sql, params);
  return count;
}
