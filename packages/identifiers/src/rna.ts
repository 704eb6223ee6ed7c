import { normaliseNumber } from './number-text.ts';

const SHAPE = /^W\d[A-Z\d]\d{7}$/;
const DOCUMENTED_SHAPE = /^W\d{9}$/;

/** The ten characters of an RNA number, `W` in capital, without separators, or null. */
export function normaliseRna(text: string): string | null {
  return normaliseNumber(text, SHAPE);
}

/**
 * Whether `text` is, in canonical form, a number of the Répertoire national des associations as the register
 * holds them: `W`, three characters for the préfecture (the second a letter in Corsica and overseas), seven
 * digits. The form alone is judged. Associations of Alsace-Moselle have no such number.
 */
export function isRna(text: string): boolean {
  return SHAPE.test(text);
}

/** Whether `text` has the form that the documentation gives, `W` and nine digits: narrower than {@link isRna}. */
export function isDocumentedRna(text: string): boolean {
  return DOCUMENTED_SHAPE.test(text);
}

/** The number for display, compact; a text that is not an RNA number comes back unchanged. */
export function formatRna(text: string): string {
  return normaliseRna(text) ?? text;
}
