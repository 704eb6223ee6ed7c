import { loadMany, loadOne } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { ApplicationForm } from './application-form.type.ts';
import type { ApplicationFormVersion } from './application-form-version.type.ts';
import { formOf, hashOfForm } from './form.schema.ts';

type Stored = { applicationId: string; content: unknown };

/** What the applicant is writing, by application. */
export const writtenForm = loadOne<{ applicationId: string; form: ApplicationForm }>(
  async ({ db }, applicationIds) => {
    const rows: Stored[] = await db.query(
      `SELECT application_id AS "applicationId", content FROM application_form WHERE application_id = ANY($1)`,
      [applicationIds],
    );
    return rows.map(({ applicationId, content }) => ({ applicationId, form: formOf(content) }));
  },
  ({ applicationId }) => applicationId,
);

/** What was filed, then each correction, by application. */
export const versionsOfForm = loadMany<ApplicationFormVersion & { applicationId: string }>(
  async ({ db }, applicationIds) => {
    const rows: (Stored & Pick<ApplicationFormVersion, 'number' | 'at' | 'sha256'>)[] = await db.query(
      `SELECT application_id AS "applicationId", number, at, sha256, content FROM application_form_version
        WHERE application_id = ANY($1) ORDER BY application_id, number`,
      [applicationIds],
    );
    return rows.map(({ content, ...version }) => ({ ...version, form: formOf(content) }));
  },
  ({ applicationId }) => applicationId,
);

/** The form of an application that its transaction holds; an empty one when nobody began it. */
export async function formOfApplication(tx: EntityManager, id: string): Promise<ApplicationForm> {
  const [row]: { content: unknown }[] = await tx.query(
    'SELECT content FROM application_form WHERE application_id = $1',
    [id],
  );
  return formOf(row?.content ?? {});
}

export async function saveForm(
  tx: EntityManager,
  id: string,
  form: ApplicationForm,
  now: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO application_form (application_id, content, saved_at) VALUES ($1, $2::jsonb, $3)
     ON CONFLICT (application_id) DO UPDATE SET content = EXCLUDED.content, saved_at = EXCLUDED.saved_at`,
    [id, JSON.stringify(form), now],
  );
}

/** Keeps a form as it is now, for whoever asks later what was judged. Its hash. */
export async function keepVersion(
  tx: EntityManager,
  id: string,
  form: ApplicationForm,
  now: Date,
): Promise<string> {
  const sha256 = hashOfForm(form);
  await tx.query(
    `INSERT INTO application_form_version (application_id, number, at, sha256, content)
     SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4::jsonb FROM application_form_version
      WHERE application_id = $1`,
    [id, now, sha256, JSON.stringify(form)],
  );
  return sha256;
}
