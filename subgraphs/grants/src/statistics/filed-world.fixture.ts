import type { EntityManager } from 'typeorm';

/** The themes of the fourth edition, and a commune in each EPT of the département. */
export const THEMES = ['IA_NUMERIQUE', 'SANTE_NUTRITION'];
export const COMMUNES = ['COM:92002', 'COM:92040', 'COM:92026', 'COM:92024'];

export type Filed = {
  theme: string | undefined;
  commune: string | undefined;
  state: 'AWARDED' | 'REJECTED' | 'INELIGIBLE' | 'WITHDRAWN' | 'UNDER_REVIEW';
  awardedCents?: number | undefined;
};

/** Makes these the applications that the fourth edition received, all of them. */
export async function fileApplications(db: EntityManager, filed: readonly Filed[]): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query(`DELETE FROM application WHERE call_id = 'CALL:4'`);
    await tx.query(
      `INSERT INTO application (id, call_id, organization_id, applicant_name, title, summary, action_territories, state,
                                requested_cents, awarded_cents, applicant_legal_form, is_demonstration, source_ids)
       SELECT 'APP:filed-' || rank, 'CALL:4', 'ORG:filed-' || rank, 'Structure ' || rank, 'La vélo-école', 'Un projet.',
              ARRAY[commune], state, 1000000, cents, '9220', false, '{}'
         FROM unnest($1::text[], $2::text[], $3::bigint[]) WITH ORDINALITY AS filed (commune, state, cents, rank)`,
      [
        filed.map(({ commune }) => commune),
        filed.map(({ state }) => state),
        filed.map(({ awardedCents = null }) => awardedCents),
      ],
    );
    await tx.query(
      `INSERT INTO application_theme (application_id, call_id, theme_code)
       SELECT 'APP:filed-' || rank, 'CALL:4', theme FROM unnest($1::text[]) WITH ORDINALITY AS filed (theme, rank)`,
      [filed.map(({ theme }) => theme)],
    );
  });
}
