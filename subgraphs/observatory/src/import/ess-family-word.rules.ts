import { foldedName } from './column-name.rules.ts';

import type { EssFamily } from './ess-family.rules.ts';

/** Beginnings of words that name a family, those that would be mistaken for another first: « société d’assurance mutuelle ». */
const WORDS: readonly (readonly [RegExp, EssFamily])[] = [
  [/(^|_)mutuel|(^|_)mutualit/, 'MUTUELLE'],
  [/(^|_)cooperati/, 'COOPERATIVE'],
  [/(^|_)fondation/, 'FONDATION'],
  [/(^|_)association/, 'ASSOCIATION'],
  [/(^|_)societes?_(ess|commerciales?)/, 'SOCIETE_ESS'],
];

/** The family that a label names (`1 - Associations`, `Coopératives`), `TOTAL` for all of them, null for none known. */
export function familyOfLabel(label: string): EssFamily | 'TOTAL' | null {
  const folded = foldedName(label);
  if (/^(total|ensemble|toutes)/.test(folded)) return 'TOTAL';
  const families = new Set(WORDS.filter(([word]) => word.test(folded)).map(([, family]) => family));
  return WORDS.map(([, family]) => family).find((family) => families.has(family)) ?? null;
}
