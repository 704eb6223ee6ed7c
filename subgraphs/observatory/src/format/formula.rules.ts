/**
 * First characters that a spreadsheet may read as the start of a formula: https://owasp.org/www-community/attacks/CSV_Injection.
 * The last four are their full-width forms.
 */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Text that no spreadsheet runs: an apostrophe precedes what would start a formula. For texts, never for numbers. */
export function withoutFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
