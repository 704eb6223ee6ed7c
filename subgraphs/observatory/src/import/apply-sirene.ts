import { sirenOfSiret } from '@graphess/identifiers';
import type { EntityManager } from 'typeorm';
import { type EssFamily, familyOf } from './ess-family.rules.ts';
import type { SireneItem, SireneUnit } from './read-sirene.ts';
import { shownRaw } from './row-problem.ts';
import type { RowProblem } from './source-cell.ts';

/** What the register of companies says of an organisation that we know. */
export type SireneMatch = SireneUnit & { organizationId: string; family: EssFamily | null };

/** Where the register and an organisation's own sources differ: neither is changed. */
export type SireneDisagreement = {
  line: number;
  organizationId: string;
  code: 'LEGAL_CATEGORY_DISAGREES';
  ours: string;
  theirs: string;
};

export type SireneReport = {
  /** Legal units that were read. */
  units: number;
  matches: SireneMatch[];
  /** Organisations whose legal category was not known, and now is. */
  filled: number;
  disagreements: SireneDisagreement[];
  /** With one of them, nothing is written. */
  problems: RowProblem[];
};

const MOST_PROBLEMS = 10_000;

/**
 * Gives the organisations with a SIRET what the register says of their legal unit: their legal category, where they have
 * none. Nothing that a source states is changed. All or nothing; a dry run reports what the real one would.
 */
export async function applySirene(
  db: EntityManager,
  items: AsyncIterable<SireneItem>,
  {
    dryRun,
    onProgress,
  }: { dryRun: boolean; onProgress: (progress: { bytes: number; lines: number }) => void },
): Promise<SireneReport> {
  const known = await organizationsBySiren(db);
  const report: SireneReport = { units: 0, matches: [], filled: 0, disagreements: [], problems: [] };
  const categories = new Map<string, string>();
  for await (const item of items) {
    if (item.kind === 'progress') onProgress(item);
    else if (item.kind === 'unit') note(report, item.unit, known.get(item.unit.siren) ?? [], categories);
    else if (report.problems.length < MOST_PROBLEMS) report.problems.push(item.problem);
  }
  report.filled = categories.size;
  if (dryRun || report.problems.length > 0 || categories.size === 0) return report;
  await db.query(
    `UPDATE organization SET legal_form = given.category
       FROM unnest($1::text[], $2::text[]) AS given(id, category)
      WHERE organization.id = given.id AND legal_form IS NULL`,
    [[...categories.keys()], [...categories.values()]],
  );
  return report;
}

type Known = { id: string; siret: string; legalForm: string | null };

async function organizationsBySiren(db: EntityManager): Promise<Map<string, Known[]>> {
  const rows: Known[] = await db.query(
    `SELECT id, siret, legal_form AS "legalForm" FROM organization
      WHERE siret IS NOT NULL AND NOT is_demonstration`,
  );
  return Map.groupBy(rows, ({ siret }) => sirenOfSiret(siret));
}

function note(
  report: SireneReport,
  unit: SireneUnit,
  organizations: readonly Known[],
  categories: Map<string, string>,
): void {
  report.units += 1;
  for (const { id, legalForm } of organizations) {
    report.matches.push({ ...unit, organizationId: id, family: familyOf(unit.legalCategory, unit.isEss) });
    if (unit.legalCategory === null || unit.legalCategory === legalForm) continue;
    if (legalForm === null) categories.set(id, unit.legalCategory);
    else {
      report.disagreements.push({
        line: unit.line,
        organizationId: id,
        code: 'LEGAL_CATEGORY_DISAGREES',
        ours: legalForm,
        theirs: shownRaw(unit.legalCategory),
      });
    }
  }
}
