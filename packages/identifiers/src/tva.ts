import { normaliseNumber } from './number-text.ts';
import { isSiren } from './siren.ts';

const SHAPE = /^FR\d{11}$/;

/**
 * The intra-community VAT number of a French unit: `FR`, a key of two digits, the SIREN.
 * The key is the remainder by 97 of the SIREN followed by 12.
 * @throws RangeError when `siren` is not a valid canonical SIREN.
 */
export function tvaOfSiren(siren: string): string {
  if (!isSiren(siren)) throw new RangeError(`Not a SIREN: ${JSON.stringify(siren)}`);
  const key = String(Number(`${siren}12`) % 97).padStart(2, '0');
  return `FR${key}${siren}`;
}

/** `FR` and eleven digits without separators, or null. Key and SIREN are not judged: see {@link isTva}. */
export function normaliseTva(text: string): string | null {
  return normaliseNumber(text, SHAPE);
}

/** Whether `text` is, in canonical form, the VAT number that a valid SIREN yields. */
export function isTva(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const siren = text.slice(4);
  return isSiren(siren) && tvaOfSiren(siren) === text;
}

/** `FR 44 732 829 320` with no-break spaces, for display; any other text comes back unchanged. */
export function formatTva(tva: string): string {
  return tva.replace(/^FR(\d{2})(\d{3})(\d{3})(\d{3})$/, 'FR\u00A0$1\u00A0$2\u00A0$3\u00A0$4');
}
