const SPACES_AND_APOSTROPHES = /[\p{Zs}'’]/gu;
// "12345678.0" is a spreadsheet's number that lost its leading zero: without its dot it would pass for nine digits.
const DECIMAL_PART = /\.\d{1,2}$/;

/**
 * Canonical text of an official number as people and files write it, or null when it does not have `shape`.
 *
 * Spaces of any width (NBSP U+00A0 and U+202F included), apostrophes and dots are separators and go; ASCII
 * letters become capitals. Nothing is ever read as a number, so leading zeros stay, and scientific notation
 * (`1.2E+13`), decimal parts, line breaks and digits of other scripts are refused rather than repaired.
 */
export function normaliseNumber(text: string, shape: RegExp): string | null {
  const unspaced = text.replace(SPACES_AND_APOSTROPHES, '');
  if (DECIMAL_PART.test(unspaced)) return null;
  const compact = unspaced.replaceAll('.', '').replace(/[a-z]/g, (letter) => letter.toUpperCase());
  return shape.test(compact) ? compact : null;
}
