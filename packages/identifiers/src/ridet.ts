import { normaliseNumber } from './number-text.ts';

const RID_SHAPE = /^\d{6,7}$/;
const RIDET_SHAPE = /^\d{9,10}$/;

/** Six or seven digits without separators, or null. */
export function normaliseRid(text: string): string | null {
  return normaliseNumber(text, RID_SHAPE);
}

/**
 * Whether `text` has the form of a RID, New Caledonia's number of a unit. No check digit is known, so the form
 * alone proves nothing: the source must say that the number is a RID.
 */
export function isRid(text: string): boolean {
  return RID_SHAPE.test(text);
}

/** The RID for display, compact; a text that is not a RID comes back unchanged. */
export function formatRid(text: string): string {
  return normaliseRid(text) ?? text;
}

/** Nine or ten digits without separators, or null. */
export function normaliseRidet(text: string): string | null {
  return normaliseNumber(text, RIDET_SHAPE);
}

/**
 * Whether `text` has the form of a RIDET, New Caledonia's number of an establishment. Nine digits are also the
 * form of a SIREN: the source must say which it is.
 */
export function isRidet(text: string): boolean {
  return RIDET_SHAPE.test(text);
}

/** The RIDET for display, compact; a text that is not a RIDET comes back unchanged. */
export function formatRidet(text: string): string {
  return normaliseRidet(text) ?? text;
}
