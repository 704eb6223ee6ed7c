import { AMOUNT_FAULTS, readAmount } from './amount.rules.ts';
import type { Header } from './header.ts';
import type { SourceRecord } from './read-records.ts';
import { rowProblem } from './row-problem.ts';
import type { Aside, RowProblem } from './source-cell.ts';

/** What a layout says of the columns of a value: whether it may be below zero or have decimals. */
export type AmountShape = 'count' | 'measure';

/** A line of a file while a layout reads it: its texts, and what is found wrong with them. */
export class SourceRow {
  readonly line: number;
  readonly problems: RowProblem[] = [];
  readonly #fields: readonly string[];
  readonly #header: Header;

  constructor({ line, fields }: SourceRecord, header: Header) {
    this.line = line;
    this.#fields = fields;
    this.#header = header;
  }

  /** The text of a column, spaces around it left out; '' when the file does not have the column. */
  text(column: number): string {
    return column < 0 ? '' : (this.#fields[column] ?? '').trim();
  }

  /** Tells what is wrong with a column, which it quotes unless `raw` says what to quote instead. */
  refuse(column: number, code: string, message: string, raw: string | null = this.#raw(column)): void {
    this.problems.push(this.#problem(column, code, message, raw));
  }

  /** The number of a column, null when it is empty or refused. */
  amount(column: number, shape: AmountShape): number | null {
    const text = this.text(column);
    if (text === '') return null;
    const value = readAmount(text);
    if (typeof value !== 'number') {
      this.refuse(column, value, `« ${this.#name(column)} » ${AMOUNT_FAULTS[value]}.`);
    } else if (value < 0) {
      this.refuse(column, 'NEGATIVE_NUMBER', `« ${this.#name(column)} » ne peut pas être négatif.`);
    } else if (shape === 'count' && !Number.isInteger(value)) {
      this.refuse(column, 'NOT_A_WHOLE_NUMBER', `« ${this.#name(column)} » doit être un nombre entier.`);
    } else {
      return value;
    }
    return null;
  }

  /** The year of a column; null when it is empty or refused. */
  year(column: number): number | null {
    const text = this.text(column);
    if (text === '') return null;
    // Some exports write a year as the first day of it.
    const [, year] = /^((?:19|20)\d{2})(?:-01-01(?:T00:00:00.*)?)?$/.exec(text) ?? [];
    if (year === undefined) {
      this.refuse(column, 'NOT_A_YEAR', `« ${this.#name(column)} » doit être une année, par exemple 2023.`);
      return null;
    }
    return Number(year);
  }

  /** Puts the line aside, for a reason that is counted and reported. */
  aside(column: number, code: string, message: string): Aside[] {
    return [{ kind: 'quarantined', problem: this.#problem(column, code, message, this.#raw(column)) }];
  }

  /** Puts the line aside: its territory is known, and nothing of it is kept here. */
  elsewhere(column: number): Aside[] {
    return this.aside(column, 'OUT_OF_AREA', 'Ce territoire est hors du département et de ce qui l’entoure.');
  }

  /** What was found wrong, as items. */
  refusals(): Aside[] {
    return this.problems.map((problem) => ({ kind: 'problem', problem }));
  }

  #raw(column: number): string | null {
    const text = this.text(column);
    return text === '' ? null : text;
  }

  #problem(column: number, code: string, message: string, raw: string | null): RowProblem {
    return rowProblem(this.line, column < 0 ? null : this.#name(column), code, message, raw);
  }

  #name(column: number): string {
    return this.#header.written[column] ?? '';
  }
}
