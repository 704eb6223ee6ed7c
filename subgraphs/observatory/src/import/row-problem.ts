import type { RowProblem } from './source-cell.ts';

const LONGEST_RAW = 80;
// Controls and marks of direction would break the line of a report or drive a terminal.
const CONTROLS = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** What a file writes, fit for a report: one line, 80 characters at most. */
export function shownRaw(text: string): string {
  const shown = text.slice(0, LONGEST_RAW * 2).replace(CONTROLS, ' ');
  return shown.length > LONGEST_RAW ? `${shown.slice(0, LONGEST_RAW - 1).toWellFormed()}…` : shown;
}

export function rowProblem(
  line: number,
  column: string | null,
  code: string,
  message: string,
  raw: string | null,
): RowProblem {
  return {
    line,
    column: column === null ? null : shownRaw(column),
    code,
    message,
    raw: raw === null ? null : shownRaw(raw),
  };
}

/** What keeps a file from being read any further. */
export class UnreadableFile extends Error {
  readonly problem: RowProblem;

  constructor(line: number, code: string, message: string, raw: string | null = null) {
    super(`${code} at line ${line}`);
    this.name = 'UnreadableFile';
    this.problem = rowProblem(line, null, code, message, raw);
  }
}
