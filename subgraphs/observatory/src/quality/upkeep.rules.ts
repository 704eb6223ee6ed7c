import { freshnessOf } from '../completeness/freshness.rules.ts';
import type { Dispute, FindingDraft, PublishedDataset, RegisteredOrganization } from './finding-draft.ts';

/** Territories of an organisation that the official geographic code no longer has. */
export function retiredTerritories({
  id,
  retiredTerritories: gone,
  sourceIds,
}: RegisteredOrganization): FindingDraft[] {
  return gone.map((territory) => ({
    kind: 'RETIRED_TERRITORY',
    severity: 'WARNING',
    subjects: [id, territory.id],
    field: 'territory',
    statement: territory.name,
    explanation: `${territory.name} (${territory.id}) n’est plus dans le code officiel géographique.`,
    sourceIds,
  }));
}

/** Contradictions of which nobody, or too many, are held. */
export function undecidedClaims(disputes: readonly Dispute[]): FindingDraft[] {
  return disputes
    .filter(({ held }) => held !== 1)
    .map(({ subject, field, statements, held, sourceIds }) => ({
      kind: 'CLAIM_UNDECIDED',
      severity: 'WARNING',
      subjects: [subject],
      field,
      statement: statements.join(' · '),
      explanation:
        held === 0
          ? 'Les sources se contredisent, et aucune affirmation n’est retenue.'
          : `Les sources se contredisent, et ${held} affirmations sont retenues à la fois.`,
      sourceIds,
    }));
}

/** Datasets that have not been published again by the day announced, or at the rhythm promised. */
export function staleVintages(datasets: readonly PublishedDataset[], now: Date): FindingDraft[] {
  return datasets.flatMap((dataset) => {
    const { dueOn, late } = freshnessOf(dataset, now);
    if (late !== true) return [];
    return [
      {
        kind: 'STALE_VINTAGE',
        severity: 'WARNING',
        subjects: [`DS:${dataset.code}`],
        field: 'vintage',
        statement: dataset.label,
        explanation: `« ${dataset.title} » (mise à jour : ${dataset.updateFrequency}) devait paraître de nouveau le ${dueOn}.`,
        sourceIds: [],
      },
    ];
  });
}
