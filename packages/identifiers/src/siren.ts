import { passesLuhn } from './luhn.ts';
import { normaliseNumber } from './number-text.ts';

const SHAPE = /^\d{9}$/;
// Passes Luhn, but is the filler of unfilled forms: absent from the Sirene register, found in real files.
const FILLER = '000000000';

/** Nine digits without separators, or null. The check digit is not judged: see {@link isSiren}. */
export function normaliseSiren(text: string): string | null {
  return normaliseNumber(text, SHAPE);
}

/** Whether `text` is a SIREN in canonical form: nine digits, Luhn (INSEE), and not the filler of nine zeros. */
export function isSiren(text: string): boolean {
  return SHAPE.test(text) && text !== FILLER && passesLuhn(text);
}

/** `123 456 789` with no-break spaces, for display; any other text comes back unchanged. */
export function formatSiren(siren: string): string {
  return siren.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1\u00A0$2\u00A0$3');
}
