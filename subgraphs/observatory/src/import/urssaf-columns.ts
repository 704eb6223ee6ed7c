import type { Header } from './header.ts';

/** Columns of Urssaf files that say again, in words or at another level, what the columns that are read say. */
const DESCRIPTIVE =
  /^(?:code|intitule|libelle)_|^(?:region|ancienne_region|departement|zone_d_emploi|epci|commune|ape|grand_secteur_d_?activite|secteur_na\d+i?|geo\w*)$/;

export function isDescriptive(name: string): boolean {
  return DESCRIPTIVE.test(name) && !/_(?:19|20)\d{2}$/.test(name);
}

/** Levels that Urssaf files come in, the smallest first: the smallest that a file has is the one of its lines. */
const LEVELS = [
  { prefix: 'COM', names: ['code_commune', 'code_commune_insee', 'code_insee', 'codgeo'] },
  { prefix: null, names: ['code_zone_d_emploi', 'zone_d_emploi'] },
  { prefix: 'EPCI', names: ['code_epci'] },
  { prefix: 'DEP', names: ['code_departement'] },
  { prefix: 'REG', names: ['code_region'] },
] as const;

export type UrssafPlace = { prefix: string | null; column: number };

/** The column that gives the territory of each line, and the prefix of its id; null prefix for a level without ids. */
export function placeColumn({ names }: Header): UrssafPlace | null {
  for (const { prefix, names: known } of LEVELS) {
    const column = names.findIndex((name) => (known as readonly string[]).includes(name));
    if (column >= 0) return { prefix, column };
  }
  return null;
}

/** How Urssaf and the INSEE write a value that is hidden, or that they do not have. */
export function isHiddenMark(text: string): boolean {
  return /^(?:s|secret)$/i.test(text);
}

export function isMissingMark(text: string): boolean {
  return /^(?:nd|n\.d\.|na|n\/a)$/i.test(text);
}
