import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { blankContacts } from './blank-applications.queries.ts';
import { blankTextsBy, changedRows } from './blank-texts.queries.ts';
import { IS_CONTACT, type Person } from './export-person.ts';
import { SUBJECT_PLACES } from './places.ts';

/** What a pseudonym begins with: triggers that keep rows as they are let it in. */
const ERASED = 'ERASED:';

/** What was erased. `pseudonym` stands where the subject stood, so that accounts and statistics still add up. */
export type Erasure = {
  readonly pseudonym: string | null;
  readonly values: number;
  readonly contacts: number;
};

/**
 * Erases a person (regulation (EU) 2016/679, article 17): what they wrote, and their name and address in forms, are
 * blanked; their subject becomes a pseudonym that leads to nobody. Decisions, scores and amounts stay, as accounts must. The
 * journal keeps its rows, in which a subject is opaque: what leads from it to a person is with the identity provider.
 */
export async function erasePerson(
  tx: EntityManager,
  { subject, email }: Person,
  now: Date,
): Promise<Erasure> {
  const pseudonym = subject === null ? null : `${ERASED}${randomUUID()}`;
  let values = 0;
  if (subject !== null) {
    values += await blankTextsBy(tx, subject);
    for (const { table, column } of SUBJECT_PLACES) {
      values += await changedRows(tx, `UPDATE ${table} SET ${column} = $2 WHERE ${column} = $1`, [
        subject,
        pseudonym,
      ]);
    }
  }
  const contacts = email === null ? 0 : await blankContacts(tx, await applicationsNaming(tx, email), now);
  return { pseudonym, values, contacts };
}

async function applicationsNaming(tx: EntityManager, email: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `SELECT DISTINCT application_id AS id FROM (
       SELECT t.application_id FROM application_form t WHERE ${IS_CONTACT}
       UNION ALL SELECT t.application_id FROM application_form_version t WHERE ${IS_CONTACT}) named ORDER BY 1`,
    [email],
  );
  return rows.map(({ id }) => id);
}
