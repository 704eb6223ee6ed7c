import { luhnCheckDigit } from './luhn.ts';
import { isSiret } from './siret.ts';

const SIREN_PREFIX = '0000';
const FIRST_ESTABLISHMENT = '0001';

/** How many demonstration SIRETs there are, one establishment per fictitious unit: `n` runs from 1 to this. */
export const DEMONSTRATION_SIRET_COUNT = 9999;

/**
 * The `n`th SIRET of the range that demonstration data uses: a valid SIRET that is not known to belong to anybody.
 *
 * Its SIREN is below 000 100 000: `0000`, `n` on four digits, check digit; its NIC is that of a first
 * establishment. No official range for fiction is known. This one was chosen because the Sirene stock file of
 * legal units, sorted, begins above 000 300 000 (rows published from the file of November 2025), and the lowest
 * SIREN met in the commercial register lies above 000 190 000: three leading zeros are in use, no number with
 * four was found. Nine zeros are left out, being the filler of unfilled forms.
 * @throws RangeError when `n` is not an integer from 1 to {@link DEMONSTRATION_SIRET_COUNT}.
 */
export function demonstrationSiret(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > DEMONSTRATION_SIRET_COUNT) {
    throw new RangeError(
      `Demonstration SIRETs are numbered from 1 to ${DEMONSTRATION_SIRET_COUNT}, not ${n}`,
    );
  }
  const siren = withCheckDigit(SIREN_PREFIX + String(n).padStart(4, '0'));
  return withCheckDigit(siren + FIRST_ESTABLISHMENT);
}

/** Whether `text` is a valid canonical SIRET of the fictitious range, whichever its establishment. */
export function isDemonstrationSiret(text: string): boolean {
  return text.startsWith(SIREN_PREFIX) && isSiret(text);
}

function withCheckDigit(digits: string): string {
  return digits + luhnCheckDigit(digits);
}
