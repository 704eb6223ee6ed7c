import type { SearchMatch } from './siae-list.queries.ts';

/** What completeness is judged on. Null, or an empty list, stands for unknown. */
export type SiaeFacts = {
  sectors: readonly string[];
  prestaTypes: readonly string[];
  turnoverCents: number | null;
  employeesInsertion: number | null;
  employeesPermanent: number | null;
  inQpv: boolean | null;
  location: object | null;
  agreementValidUntil: string | null;
};

/**
 * What each piece of information weighs, in hundredths: most for what a buyer looks for first (what is sold, how, by how
 * many people, for how much). Labels and membership are left out, since having none is not a gap.
 */
export const COMPLETENESS_WEIGHTS: Readonly<Record<keyof SiaeFacts, number>> = {
  sectors: 25,
  prestaTypes: 15,
  turnoverCents: 15,
  employeesInsertion: 15,
  employeesPermanent: 10,
  location: 10,
  inQpv: 5,
  agreementValidUntil: 5,
};

/** Share of a record that is filled in, from 0 to 1, to the hundredth. */
export function completenessOf(facts: SiaeFacts): number {
  const known = Object.entries(COMPLETENESS_WEIGHTS).filter(([name]) => {
    const value = facts[name as keyof SiaeFacts];
    return Array.isArray(value) ? value.length > 0 : value !== null;
  });
  return known.reduce((sum, [, weight]) => sum + weight, 0) / 100;
}

/** Why a record answers a search, in French; nothing when nothing was searched for. */
export function matchReasonsOf({ searched, nameMatches, matchingSectors }: SearchMatch): string[] {
  if (!searched) return [];
  const reasons = [...(nameMatches ? ['nom'] : []), ...matchingSectors.map((label) => `secteur : ${label}`)];
  return reasons.length > 0 ? reasons : ['nom et secteurs'];
}
