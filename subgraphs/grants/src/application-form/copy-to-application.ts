import type { EntityManager } from 'typeorm';
import { isLegalCategory } from '../eligibility/legal-form.rules.ts';
import type { ApplicationForm } from './application-form.type.ts';
import { totalsOf } from './budget.rules.ts';
import { rnaOf, siretOf } from './form.rules.ts';

/** Writes what a form says in the columns that lists read; what is malformed or unknown is null or left out there. */
export async function copyToApplication(
  tx: EntityManager,
  { id, callId }: { id: string; callId: string },
  { structure, project, projectBudget }: ApplicationForm,
  { themes, territories }: { themes: readonly string[]; territories: readonly string[] },
): Promise<void> {
  const requested = project?.requestedCents ?? 0;
  const total = totalsOf(projectBudget?.lines ?? []).charges;
  const legalForm = structure?.legalForm ?? '';
  await tx.query(
    `UPDATE application SET applicant_name = coalesce($2, applicant_name), title = $3, summary = coalesce($4, ''),
            funded_items = $5, requested_cents = $6, project_total_cents = $7, action_territories = $8,
            applicant_siret = $9, applicant_rna = $10, applicant_legal_form = $11
      WHERE id = $1`,
    [
      id,
      structure?.name ?? null,
      project?.title ?? null,
      project?.summary ?? null,
      project?.fundedItems ?? null,
      requested > 0 ? requested : null,
      total > 0 ? total : null,
      territories,
      siretOf(structure?.siret),
      rnaOf(structure?.rna),
      isLegalCategory(legalForm) ? legalForm : null,
    ],
  );
  await tx.query('DELETE FROM application_theme WHERE application_id = $1 AND theme_code <> ALL($2)', [
    id,
    themes,
  ]);
  await tx.query(
    `INSERT INTO application_theme (application_id, call_id, theme_code)
     SELECT $1, $2, unnest($3::text[]) ON CONFLICT DO NOTHING`,
    [id, callId, themes],
  );
}
