import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { blankContacts } from './blank-applications.queries.ts';
import { blankTextsBy, changedRows } from './blank-texts.queries.ts';
import { IS_CONTACT, type Person } from './export-person.ts';
import { APPLICATIONS_OF_SUBJECT, SUBJECT_PLACES } from './places.ts';

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
  const named = email === null ? [] : await applicationsNaming(tx, email);
  await holdApplications(tx, subject, named);
  if (subject !== null) {
    values += await blankTextsBy(tx, subject);
    for (const { table, column } of SUBJECT_PLACES) {
      values += await changedRows(tx, `UPDATE ${table} SET ${column} = $2 WHERE ${column} = $1`, [
        subject,
        pseudonym,
      ]);
    }
  }
  const contacts = email === null ? 0 : await blankContacts(tx, named, now);
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

/** Holds the applications that are about to change before anything of them, in the order of their ids, as all verbs do. */
async function holdApplications(
  tx: EntityManager,
  subject: string | null,
  named: readonly string[],
): Promise<void> {
  await tx.query(
    `SELECT FROM application a
      WHERE a.id IN (${APPLICATIONS_OF_SUBJECT}) OR a.id = ANY($2) ORDER BY a.id FOR UPDATE OF a`,
    [subject, named],
  );
}
