import { normaliseNumber } from './number-text.ts';

const SHAPE = /^[A-Z0-9]\d{8}$/;

/** The nine characters of a Tahiti number, the letter in capital, without separators, or null. */
export function normaliseTahitiNumber(text: string): string | null {
  return normaliseNumber(text, SHAPE);
}

/**
 * Whether `text` has the form of a Tahiti number, French Polynesia's number of an establishment. Nine digits
 * are also the form of a SIREN or a RIDET: the source must say which it is.
 */
export function isTahitiNumber(text: string): boolean {
  return SHAPE.test(text);
}

/** The number for display, compact; a text that is not a Tahiti number comes back unchanged. */
export function formatTahitiNumber(text: string): string {
  return normaliseTahitiNumber(text) ?? text;
}
