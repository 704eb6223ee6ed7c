import { passesLuhn } from './luhn.ts';
import { normaliseNumber } from './number-text.ts';
import { isSiren } from './siren.ts';

const SHAPE = /^\d{14}$/;
const LA_POSTE_SIREN = '356000000';
const LA_POSTE_HEAD_OFFICE = '35600000000048';

/** Fourteen digits without separators, or null. The check digits are not judged: see {@link isSiret}. */
export function normaliseSiret(text: string): string | null {
  return normaliseNumber(text, SHAPE);
}

/**
 * Whether `text` is a SIRET in canonical form: a valid SIREN, then five digits, Luhn over the fourteen (INSEE).
 * La Poste has more establishments than Luhn leaves room for: there the digits sum to a multiple of 5, except
 * for the head office, which follows the common rule.
 */
export function isSiret(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const siren = sirenOfSiret(text);
  if (!isSiren(siren)) return false;
  if (siren === LA_POSTE_SIREN && text !== LA_POSTE_HEAD_OFFICE) return digitSum(text) % 5 === 0;
  return passesLuhn(text);
}

/** The SIREN of the unit an establishment belongs to: the first nine characters of its canonical SIRET. */
export function sirenOfSiret(siret: string): string {
  return siret.slice(0, 9);
}

/** `123 456 789 01234` with no-break spaces, for display; any other text comes back unchanged. */
export function formatSiret(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u00A0$2\u00A0$3\u00A0$4');
}

function digitSum(digits: string): number {
  return [...digits].reduce((sum, digit) => sum + Number(digit), 0);
}
