import { isRna, isSiren, isSiret } from '@graphess/identifiers';
import { isCalendarDay } from '@graphess/subgraph-kit';

/** What became of the identifier of a beneficiary: a SIRET, its SIREN alone, or neither, and what is wrong with it. */
export type ReadId = { siret: string | null; siren: string | null; rna: string | null; code: string | null };

const NO_ID = { siret: null, siren: null, rna: null };

/**
 * Reads a SIRET as it was typed or as a spreadsheet left it. What a spreadsheet rounded cannot be repaired: its SIREN is
 * kept only when nothing of it was rounded. A number of social security is somebody: nothing of it is kept.
 */
export function readId(text: string): ReadId {
  // A number that a program wrote with decimals: « 12345678901234.0 ».
  const whole = text.trim().replace(/^(\d{9,14})[.,]0+$/, '$1');
  const bare = whole.replaceAll(/[\s.'’]+/g, '');
  if (bare === '') return { ...NO_ID, code: 'ID_MISSING' };
  if (/^\d+([.,]\d+)?E\+?\d+$/i.test(text.trim())) return { ...NO_ID, code: 'ID_IN_POWERS_OF_TEN' };
  if (isRna(bare.toUpperCase())) return { ...NO_ID, rna: bare.toUpperCase(), code: null };
  if (/^[12]\d{12}(\d{2})?$/.test(bare)) return { ...NO_ID, code: 'ID_OF_A_PERSON' };
  if (isSiren(bare)) return { ...NO_ID, siren: bare, code: 'SIREN_ONLY' };
  if (/^\d{9}$/.test(bare)) return { ...NO_ID, code: 'SIREN_CHECK_DIGITS' };
  // Leading zeros that a spreadsheet ate.
  const siret = /^\d{12,13}$/.test(bare) ? bare.padStart(14, '0') : bare;
  if (/^\d{14}$/.test(siret)) {
    const siren = siret.slice(0, 9);
    if (isSiret(siret)) return { ...NO_ID, siret, siren, code: null };
    if (/0{5}$/.test(siret)) {
      const isWhole = isSiren(siren) && !/000$/.test(siren);
      return { ...NO_ID, siren: isWhole ? siren : null, code: 'SIRET_ROUNDED' };
    }
    return { ...NO_ID, siren: isSiren(siren) ? siren : null, code: 'SIRET_CHECK_DIGITS' };
  }
  return { ...NO_ID, code: 'ID_UNREADABLE' };
}

/** Euros as written in French or in English, in cents; null when they are no amount. */
export function readCents(text: string): number | null {
  const bare = text.replaceAll(/[\s\u00A0\u202F€]/g, '').replace(/(euros?|eur)$/i, '');
  const match =
    /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/.exec(bare) ?? /^(\d{1,3}(?:,\d{3})*|\d+)\.(\d+)$/.exec(bare);
  // A point before three digits alone could be either: « 24.000 ».
  if (match === null || /^\d{1,3}\.\d{3}$/.test(bare)) return null;
  const [, whole = '', decimals = ''] = match;
  const cents = Math.round(
    Number(`${whole.replaceAll(/[.,]/g, '')}.${decimals === '' ? '0' : decimals}`) * 100,
  );
  return Number.isSafeInteger(cents) ? cents : null;
}

/** A day, or a year alone. */
export type ReadDay = { day: string | null; year: number };

export function readDay(text: string): ReadDay | null {
  const bare = text.trim().replace(/[T ]\d{2}:\d{2}.*$/, '');
  if (/^(19|20)\d{2}$/.test(bare)) return { day: null, year: Number(bare) };
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(bare);
  const day =
    french === null ? bare : `${french[3]}-${french[2]?.padStart(2, '0')}-${french[1]?.padStart(2, '0')}`;
  return isCalendarDay(day) ? { day, year: Number(day.slice(0, 4)) } : null;
}

/** A day or a period, whose days may be separated by a slash, an underscore or « au »; null when it is neither. */
export function readPeriod(text: string): { from: ReadDay; to: ReadDay } | null {
  const bare = text.trim();
  const alone = readDay(bare);
  if (alone !== null) return { from: alone, to: alone };
  const [, first, last] = /^(.+?)\s*(?:_|\/(?=\d{4}-)|\sau\s)\s*(.+)$/.exec(bare) ?? [];
  const from = first === undefined ? null : readDay(first);
  const to = last === undefined ? null : readDay(last);
  if (from === null || to === null || (from.day ?? `${from.year}`) > (to.day ?? `${to.year}`)) return null;
  return { from, to };
}

/** Whether a name is written as one writes a person’s. */
export function isNameOfPerson(text: string): boolean {
  return /^(m\.|mr|mme|mlle|monsieur|madame|mademoiselle|m et mme)\s/i.test(text.trim());
}
