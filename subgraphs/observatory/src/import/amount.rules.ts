/** Why a text is no number that can be kept. */
export type AmountFault = 'NOT_A_NUMBER' | 'AMBIGUOUS_NUMBER' | 'SCIENTIFIC_NUMBER' | 'NUMBER_TOO_LARGE';

export const AMOUNT_FAULTS: Readonly<Record<AmountFault, string>> = {
  NOT_A_NUMBER: 'n’est pas un nombre',
  AMBIGUOUS_NUMBER:
    'peut se lire de deux façons : écrivez-le sans séparateur de milliers, avec une virgule décimale',
  SCIENTIFIC_NUMBER: 'a été arrondi par un tableur (notation scientifique) : reprenez la valeur d’origine',
  NUMBER_TOO_LARGE: 'est trop grand pour être compté exactement',
};

// Spaces of any width (U+00A0, U+2009 and U+202F included) and apostrophes: how thousands are separated in French.
const SEPARATOR = /[\p{Zs}'’]/u;
const GROUPED = /^\d{1,3}([\p{Zs}'’]\d{3})+$/u;

/**
 * A number as people and files write it: decimal comma or point, thousands separated by spaces or apostrophes. What has
 * both a comma and a point, or several, is refused rather than guessed.
 */
export function readAmount(text: string): number | AmountFault {
  const unsigned = text.replace(/^[-−]/, '').trim();
  if (/^\d+(?:[.,]\d+)?e[+-]?\d+$/i.test(unsigned)) return 'SCIENTIFIC_NUMBER';
  if (!/^[\d\p{Zs}'’.,]+$/u.test(unsigned)) return 'NOT_A_NUMBER';
  if ((unsigned.match(/[.,]/g) ?? []).length > 1) return 'AMBIGUOUS_NUMBER';
  const [whole = '', decimals] = unsigned.split(/[.,]/);
  if (!/^\d+$/.test(whole) && !GROUPED.test(whole)) return 'NOT_A_NUMBER';
  if (decimals !== undefined && !/^\d+$/.test(decimals)) return 'NOT_A_NUMBER';
  const digits = SEPARATOR.test(whole) ? whole.replace(/\D/g, '') : whole;
  const value = Number(decimals === undefined ? digits : `${digits}.${decimals}`);
  if (value > Number.MAX_SAFE_INTEGER) return 'NUMBER_TOO_LARGE';
  return /^[-−]/.test(text) && value !== 0 ? -value : value;
}

/** Cents of an amount in euros, null when there are too many to be counted exactly. */
export function centsOf(euros: number): number | null {
  const cents = Math.round(euros * 100);
  return Number.isSafeInteger(cents) ? cents : null;
}
