import type { EntityManager } from 'typeorm';
import { keyOfAttachment } from '../attachment/attachment.queries.ts';
import { keyOfLetter } from '../letter/letter.queries.ts';
import { blankTextsOf, changedRows } from './blank-texts.queries.ts';

/** What was taken out: values of the database, and keys of the storage for the caller to remove once that is committed. */
export type Blanked = { readonly values: number; readonly files: readonly string[] };

/** Takes out of applications what they say of persons. Amounts, states, scores and what is public stay. */
export async function blankApplications(
  tx: EntityManager,
  ids: readonly string[],
  now: Date,
): Promise<Blanked> {
  const values = (await blankContacts(tx, ids, now)) + (await blankTextsOf(tx, ids));
  const [gone]: [{ id: string }[], number] = await tx.query(
    'DELETE FROM attachment WHERE application_id = ANY($1) RETURNING id',
    [ids],
  );
  // A letter of refusal says why: its file goes with the reason, its row goes on telling that it was issued.
  const letters: { id: string }[] = await tx.query(
    `SELECT id FROM letter WHERE application_id = ANY($1) AND kind = 'REFUSAL'`,
    [ids],
  );
  await tx.query('UPDATE application SET personal_data_erased_at = $2 WHERE id = ANY($1)', [ids, now]);
  const files = [...gone.map(({ id }) => keyOfAttachment(id)), ...letters.map(({ id }) => keyOfLetter(id))];
  return { values, files };
}

/** Takes the person to contact out of the forms of applications, as drafted and as filed. */
export async function blankContacts(tx: EntityManager, ids: readonly string[], now: Date): Promise<number> {
  const holdsOne = `jsonb_typeof(content #> '{structure,contact}') = 'object'`;
  const without = `content = jsonb_set(content, '{structure,contact}', 'null')`;
  return (
    (await changedRows(
      tx,
      `UPDATE application_form SET ${without} WHERE application_id = ANY($1) AND ${holdsOne}`,
      [ids],
    )) +
    (await changedRows(
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
  const values = await changedRows(tx, `DELETE FROM application WHERE id = ANY($1) AND state = 'DRAFT'`, [
    ids,
  ]);
  return { values, files: files.map(({ id }) => keyOfAttachment(id)) };
}
